using System.Text;
using Noether.Files.Matrices;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Files;

/// <summary>Square matrices of one size, read from a file.</summary>
public sealed record LoadedMatrices
{
    /// <summary>The matrices in the order of the file; one or more. Shape [count][n, n].</summary>
    public required ImmutableArray<Matrix> Matrices { get; init; }

    /// <summary>The standard error of each matrix's entries, where the file has "standardErrors" beside the matrices, as a report.json does; empty otherwise.</summary>
    public ImmutableArray<double> StandardErrors { get; init; } = [];

    /// <summary>The file as the user named it.</summary>
    public required string Source { get; init; }

    /// <summary>The SHA-256 of the file's bytes in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What was assumed about the matrices: complex ones, Hermitian ones.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Reads matrices with the usual conventions.</summary>
    /// <inheritdoc cref="Read(string, MatrixReading, Execution)"/>
    public static LoadedMatrices Read(string path, Execution execution) => Read(path, MatrixReading.Default, execution);

    /// <summary>Reads matrices; what the file holds decides the format, not its name.</summary>
    /// <param name="path">
    /// NPY or NPZ with real or complex arrays of shape (n, n) or (count, n, n); JSON that is a matrix, a list of matrices, an object with
    /// "matrices", or a report.json, whose "generators" have "matrices", with entries 1, [re, im] or "1+2i"; plain text as numpy.savetxt
    /// writes it, matrices apart by an empty line; or Matrix Market.
    /// </param>
    /// <param name="reading">What they mean: complex n x n matrices become real ones of 2n x 2n, Eq. (A13).</param>
    /// <param name="execution">Cancellation.</param>
    /// <exception cref="DataFileException">The file holds no matrices, or they are not square, of one size, and finite.</exception>
    public static LoadedMatrices Read(string path, MatrixReading reading, Execution execution)
    {
        using var file = DataFile.Open(path);
        var (raw, errors) = file.Guarded("matrices", () => file.Format switch
        {
            FileFormat.Npy or FileFormat.Npz => (NumpyMatrices.Read(file, execution), []),
            FileFormat.Text => FromText(file),
            _ => throw new DataFileException(path, "matrices in JSON, text, NPY or NPZ", "another format", "write them with numpy.savez"),
        });
        var (matrices, findings) = RealMatrices.Of(raw, reading, file.Path);
        return new()
        {
            Matrices = matrices,
            StandardErrors = reading.OverComplex ? [.. errors, .. errors] : errors,
            Findings = findings,
            Source = file.Path,
            Sha256 = file.Sha256,
        };
    }

    private static (ImmutableArray<RawMatrix> Matrices, ImmutableArray<double> StandardErrors) FromText(DataFile file)
    {
        var start = Encoding.UTF8.GetString(file.Start).TrimStart('\uFEFF').TrimStart();
        if (start is ['[' or '{' or '/', ..])
        {
            return JsonMatrices.Read(file);
        }

        var isMarket = start.StartsWith(MatrixMarket.Banner, StringComparison.Ordinal);
        return (Checked(file, isMarket ? MatrixMarket.Read(file) : TextMatrices.Read(file)), []);
    }

    private static ImmutableArray<RawMatrix> Checked(DataFile file, ImmutableArray<RawMatrix> matrices)
    {
        foreach (var (k, matrix) in matrices.Index())
        {
            new MatrixPlace(file.Path, $"{k + 1}").Require(matrix, matrices[0]);
        }

        return matrices;
    }
}
