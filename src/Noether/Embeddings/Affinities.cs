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
    public static Affinities Find(NearestNeighbours neighbours, double perplexity, Execution execution)
    {
        var conditional = Conditional(neighbours, perplexity, execution);
        var reverse = Reversed(conditional);
        var n = neighbours.PointCount;
        var starts = new int[n + 1];
        ForEachPoint(n, execution, i => starts[i + 1] = Merge(conditional.Row(i), reverse.Row(i), n, [], []));
        for (var i = 0; i < n; i++)
        {
            starts[i + 1] = checked(starts[i + 1] + starts[i]);
        }

        var (columns, values) = (new int[starts[n]], new float[starts[n]]);
        ForEachPoint(n, execution, i => Merge(
            conditional.Row(i), reverse.Row(i), n, columns.AsSpan(starts[i]..starts[i + 1]), values.AsSpan(starts[i]..starts[i + 1])));
        return new(starts, columns, values);
    }

    private static void ForEachPoint(int count, Execution execution, Action<int> body) =>
        execution.ForEachBlock((count + PointsPerBlock - 1) / PointsPerBlock, block =>
        {
            for (var i = block * PointsPerBlock; i < Math.Min((block + 1) * PointsPerBlock, count); i++)
            {
                body(i);
            }
        });

    private static SparseRows Conditional(NearestNeighbours neighbours, double perplexity, Execution execution)
    {
        var (n, k) = (neighbours.PointCount, neighbours.NeighbourCount);
        var rows = new SparseRows([.. Enumerable.Range(0, n + 1).Select(i => checked(i * k))]);
        ForEachPoint(n, execution, i =>
        {
            var affinities = new double[k];
            PerplexityCalibration.Calibrate(neighbours.Distances(i), perplexity, affinities);
            var row = rows.Row(i);
            neighbours.Indices(i).CopyTo(row.Columns);
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
