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

    /// <summary>Reads matrices; what the file holds decides the format, not its name.</summary>
    /// <param name="path">
    /// NPY or NPZ with arrays of shape (n, n) or (count, n, n); or JSON that is a matrix, a list of matrices, an object with "matrices",
    /// or a report.json, whose "generators" have "matrices".
    /// </param>
    /// <param name="execution">Cancellation.</param>
    /// <exception cref="DataFileException">The file holds no matrices, or they are not square, of one size, and finite.</exception>
    public static LoadedMatrices Read(string path, Execution execution)
    {
        using var file = DataFile.Open(path);
        var (matrices, errors) = file.Guarded("matrices", () => file.Format switch
        {
            FileFormat.Npy or FileFormat.Npz => (NumpyMatrices.Read(file, execution), []),
            FileFormat.Text => JsonMatrices.Read(file),
            _ => throw new DataFileException(path, "matrices in JSON, NPY or NPZ", "another format", "write them with numpy.savez, or as a JSON list of lists of rows"),
        });
        return new() { Matrices = matrices, StandardErrors = errors, Source = file.Path, Sha256 = file.Sha256 };
    }
}
