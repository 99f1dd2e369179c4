using System.Numerics;
using Noether.Files.Numpy;
using Noether.Runs;

namespace Noether.Files.Matrices;

/// <summary>Reads matrices from NPY and NPZ files.</summary>
internal static class NumpyMatrices
{
    public static ImmutableArray<RawMatrix> Read(DataFile file, Execution execution)
    {
        if (file.IsGzip)
        {
            throw new DataFileException(file.Path, "an NPY or NPZ file", "one compressed by gzip", "decompress it first");
        }

        IEnumerable<(string? Name, NpyArray Array)> arrays = file.Format == FileFormat.Npy
            ? [(null, NpyArray.Read(file.Content(), file.Length, new(file.Path, null)))]
            : NpzArchive.Read(file, execution).Select(item => ((string?)item.Name, item.Array));
        var matrices = ImmutableArray.CreateBuilder<RawMatrix>();
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

    private static IEnumerable<RawMatrix> MatricesOf(NpyArray array, MatrixPlace place)
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
        var size = rows * columns;
        var entries = numbers.Select((number, i) => new Complex(number, array.Imaginary?[i] ?? 0));
        return entries.Chunk(size).Select(block => new RawMatrix(rows, columns, block, array.Imaginary is not null));
    }
}
