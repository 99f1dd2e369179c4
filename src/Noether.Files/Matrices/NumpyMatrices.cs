using Noether.Files.Numpy;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Files.Matrices;

/// <summary>Reads matrices from NPY and NPZ files.</summary>
internal static class NumpyMatrices
{
    public static ImmutableArray<Matrix> Read(DataFile file, Execution execution)
    {
        if (file.IsGzip)
        {
            throw new DataFileException(file.Path, "an NPY or NPZ file", "one compressed by gzip", "decompress it first");
        }

        IEnumerable<(string? Name, NpyArray Array)> arrays = file.Format == FileFormat.Npy
            ? [(null, NpyArray.Read(file.Content(), file.Length, new(file.Path, null)))]
            : NpzArchive.Read(file, execution).Select(item => ((string?)item.Name, item.Array));
        var matrices = ImmutableArray.CreateBuilder<Matrix>();
        foreach (var (name, array) in arrays)
        {
            var place = new MatrixPlace(file.Path, name is null ? null : Shortened.Text(name));
            foreach (var matrix in MatricesOf(array, place))
            {
                place.Require(matrix, matrices.FirstOrDefault());
                matrices.Add(matrix);
            }
        }

        return matrices.ToImmutable();
    }

    private static IEnumerable<Matrix> MatricesOf(NpyArray array, MatrixPlace place)
    {
        if (array.Numbers is not { } numbers)
        {
            throw place.Fault("numbers", "text", "save an array of numbers");
        }

        if (array.Shape is not ([> 0, > 0] or [> 0, > 0, > 0]))
        {
            throw place.Fault("shape (n, n) or (count, n, n)", $"shape ({string.Join(", ", array.Shape)})", "stack the matrices with numpy.stack");
        }

        var (rows, columns) = (array.Shape[^2], array.Shape[^1]);
        return Enumerable.Range(0, numbers.Length / (rows * columns))
            .Select(k => Matrix.FromEntries(rows, columns, numbers.AsSpan(k * rows * columns, rows * columns)));
    }
}
