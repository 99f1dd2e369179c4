using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>The affinities of all pairs of near points: a sparse symmetric matrix whose entries add up to 1.</summary>
/// <remarks>Row by row: the entries of row i stand at <see cref="Starts"/>[i] up to <see cref="Starts"/>[i + 1], by increasing column.</remarks>
internal sealed class Affinities
{
    private const int PointsPerBlock = 256;

    private Affinities(int[] starts, int[] columns, float[] values)
    {
        Starts = starts;
        Columns = columns;
        Values = values;
    }

    /// <summary>Where each row starts. Shape [n + 1].</summary>
    public int[] Starts { get; }

    /// <summary>The column of each entry.</summary>
    public int[] Columns { get; }

    /// <summary>The entries p_ij, above 0.</summary>
    public float[] Values { get; }

    /// <summary>The number of points n.</summary>
    public int PointCount => Starts.Length - 1;

    /// <summary>Eq. (T2): p_ij = (p_j|i + p_i|j) / 2n, with the conditional affinities of Eq. (T1).</summary>
    /// <param name="neighbours">At least <paramref name="count"/> of each point.</param>
    /// <param name="count">How many neighbours of a point have an affinity to it.</param>
    /// <param name="perplexity">1 to <paramref name="count"/>.</param>
    /// <param name="execution">How the run is carried out.</param>
    public static Affinities Find(NearestNeighbours neighbours, int count, double perplexity, Execution execution)
    {
        var conditional = Conditional(neighbours, count, perplexity, execution);
        var reverse = Reversed(conditional);
        var n = neighbours.PointCount;
        var starts = new int[n + 1];
        execution.ForEachItem(n, PointsPerBlock, i => starts[i + 1] = Merge(conditional.Row(i), reverse.Row(i), n, [], []));
        for (var i = 0; i < n; i++)
        {
            starts[i + 1] = checked(starts[i + 1] + starts[i]);
        }

        var (columns, values) = (new int[starts[n]], new float[starts[n]]);
        execution.ForEachItem(n, PointsPerBlock, i => Merge(
            conditional.Row(i), reverse.Row(i), n, columns.AsSpan(starts[i]..starts[i + 1]), values.AsSpan(starts[i]..starts[i + 1])));
        return new(starts, columns, values);
    }

    private static SparseRows Conditional(NearestNeighbours neighbours, int k, double perplexity, Execution execution)
    {
        var n = neighbours.PointCount;
        var rows = new SparseRows([.. Enumerable.Range(0, n + 1).Select(i => checked(i * k))]);
        execution.ForEachItem(n, PointsPerBlock, i =>
        {
            var affinities = new double[k];
            PerplexityCalibration.Calibrate(neighbours.Distances(i)[..k], perplexity, affinities);
            var row = rows.Row(i);
            neighbours.Indices(i)[..k].CopyTo(row.Columns);
            for (var j = 0; j < k; j++)
            {
                row.Values[j] = (float)affinities[j];
            }

            row.Columns.Sort(row.Values);
        });
        return rows;
    }

    private static SparseRows Reversed(SparseRows rows)
    {
        var n = rows.Count;
        var starts = new int[n + 1];
        foreach (var column in rows.Columns)
        {
            starts[column + 1]++;
        }

        for (var i = 0; i < n; i++)
        {
            starts[i + 1] += starts[i];
        }

        var reversed = new SparseRows(starts);
        var next = starts[..n].ToArray();
        for (var i = 0; i < n; i++)
        {
            var row = rows.Row(i);
            for (var j = 0; j < row.Columns.Length; j++)
            {
                var place = next[row.Columns[j]]++;
                reversed.Columns[place] = i;
                reversed.Values[place] = row.Values[j];
            }
        }

        return reversed;
    }

    // Walks through both rows by column; counts the positive entries of the mean, and writes them where there is room.
    private static int Merge(SparseRow a, SparseRow b, int pointCount, Span<int> columns, Span<float> values)
    {
        var (i, j, length) = (0, 0, 0);
        while (i < a.Columns.Length || j < b.Columns.Length)
        {
            var column = Math.Min(i < a.Columns.Length ? a.Columns[i] : int.MaxValue, j < b.Columns.Length ? b.Columns[j] : int.MaxValue);
            var sum = 0f;
            if (i < a.Columns.Length && a.Columns[i] == column)
            {
                sum += a.Values[i++];
            }

            if (j < b.Columns.Length && b.Columns[j] == column)
            {
                sum += b.Values[j++];
            }

            var affinity = sum / (2f * pointCount);
            if (affinity == 0)
            {
                continue;
            }

            if (!columns.IsEmpty)
            {
                columns[length] = column;
                values[length] = affinity;
            }

            length++;
        }

        return length;
    }
}
