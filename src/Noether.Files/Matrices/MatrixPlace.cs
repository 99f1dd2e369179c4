namespace Noether.Files.Matrices;

/// <summary>Where a matrix stands in a file, for messages.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Array">Such as "matrices[2]" in JSON, or the name of an array in NPZ; null for a file that is one array.</param>
internal readonly record struct MatrixPlace(string File, string? Array)
{
    /// <summary>An error about this place.</summary>
    public DataFileException Fault(string expected, string found, string remedy) => new(File, expected, found, remedy) { Array = Array };

    /// <summary>Throws unless a matrix is square, of the size of those before it, and finite.</summary>
    public void Require(RawMatrix matrix, RawMatrix? first)
    {
        if (matrix.Rows != matrix.Columns)
        {
            throw Fault("a square matrix", $"one of {matrix.Rows} x {matrix.Columns}", "generators map a space to itself: give one row per column");
        }

        if (first is not null && matrix.Rows != first.Rows)
        {
            throw Fault($"a {first.Rows} x {first.Rows} matrix as the first one", $"one of {matrix.Rows} x {matrix.Columns}", "leave out matrices that act on another space");
        }

        foreach (var entry in matrix.Entries)
        {
            if (!double.IsFinite(entry.Real) || !double.IsFinite(entry.Imaginary))
            {
                var part = double.IsFinite(entry.Real) ? entry.Imaginary : entry.Real;
                throw Fault("finite entries", $"{part}", "leave the matrix out, or correct the entry");
            }
        }
    }
}
