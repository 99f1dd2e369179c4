using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Splittings;

/// <summary>All ways to write a column as an unordered sum of non-zero columns.</summary>
internal static class ColumnPartitions
{
    // Columns of the list have at most 256 parts; beyond this number a search through all splittings would not end in reasonable time.
    private const long MaxCandidates = 1 << 16;

    /// <summary>The partitions into <paramref name="count"/> parts; each as its parts one after the other, in decreasing lexicographic order.</summary>
    /// <exception cref="InvalidDataException">The column has too many splittings to list: it comes from data, and nothing else is wrong with it.</exception>
    public static List<byte[]> Of(ConfigurationMatrix matrix, int column, int count)
    {
        var candidates = 1L;
        var rest = new byte[matrix.Rows];
        for (var row = 0; row < matrix.Rows; row++)
        {
            rest[row] = (byte)matrix[row, column];
            candidates *= rest[row] + 1;
            if (candidates > MaxCandidates)
            {
                throw new InvalidDataException(
                    $"Column {column + 1} of {matrix} has too many splittings to list: expected at most {MaxCandidates} vectors that are nowhere larger than the column, found more; leave this matrix out, or the identities A1, A2, ... (cicy expand --identities B,C,D; cicy check --steps 0).");
            }
        }

        var found = new List<byte[]>();
        var parts = new byte[count * matrix.Rows];
        Extend(rest, parts, 0, found);
        return found;
    }

    /// <summary>Chooses the part at a place, no larger than the one before it, in all ways; the last part is what is left.</summary>
    private static void Extend(byte[] rest, byte[] parts, int place, List<byte[]> found)
    {
        var height = rest.Length;
        var part = parts.AsSpan(place * height, height);
        var before = place == 0 ? [] : parts.AsSpan((place - 1) * height, height);
        if ((place + 1) * height == parts.Length)
        {
            rest.CopyTo(part);
            if (IsPart(part, before))
            {
                found.Add([.. parts]);
            }

            return;
        }

        part.Clear();
        while (Next(part, rest))
        {
            if (IsPart(part, before))
            {
                Extend(Difference(rest, part), parts, place + 1, found);
            }
        }
    }

    private static bool IsPart(ReadOnlySpan<byte> part, ReadOnlySpan<byte> before) =>
        part.IndexOfAnyExcept((byte)0) >= 0 && (before.IsEmpty || part.SequenceCompareTo(before) <= 0);

    /// <summary>Counts up through all vectors that are nowhere larger than <paramref name="bound"/>; false after the last.</summary>
    private static bool Next(Span<byte> vector, byte[] bound)
    {
        for (var i = vector.Length - 1; i >= 0; i--)
        {
            if (vector[i] < bound[i])
            {
                vector[i]++;
                vector[(i + 1)..].Clear();
                return true;
            }
        }

        return false;
    }

    private static byte[] Difference(byte[] vector, ReadOnlySpan<byte> part)
    {
        var difference = new byte[vector.Length];
        for (var i = 0; i < vector.Length; i++)
        {
            difference[i] = (byte)(vector[i] - part[i]);
        }

        return difference;
    }
}
