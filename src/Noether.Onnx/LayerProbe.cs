using Noether.Numerics;

namespace Noether.Onnx;

/// <summary>A few samples that go through a model once more with other samples beside them, to see whether a layer's values rest on each sample alone.</summary>
internal static class LayerProbe
{
    private const int Samples = 8;

    // Of the layer's largest value. Rounding of single precision through a deep network stays below; a normalisation by the mean of
    // 256 samples moves values by some hundredths when it is taken over others.
    private const float Rounding = 1e-3f;

    /// <summary>Samples from all over the table, the last first: no more than half of them, so that no sample keeps its neighbours and place.</summary>
    public static ImmutableArray<int> Rows(int count, int batch)
    {
        var probes = Math.Min(Math.Min(Samples, batch), (count + 1) / 2);
        return [.. Enumerable.Range(1, probes).Select(i => (int)(count - ((long)i * count / probes)))];
    }

    /// <summary>The first sample with other values than before, beyond rounding; null if there is none.</summary>
    /// <param name="values">The layer for all samples. Shape [n, width].</param>
    /// <param name="rows">The samples that went in again.</param>
    /// <param name="again">The layer for them. Shape [rows, width].</param>
    public static int? FirstChanged(SingleMatrix values, ImmutableArray<int> rows, ReadOnlySpan<float> again)
    {
        var largest = 0f;
        foreach (var row in rows)
        {
            foreach (var value in values.Row(row))
            {
                largest = Math.Max(largest, Math.Abs(value));
            }
        }

        for (var i = 0; i < again.Length; i++)
        {
            var row = rows[i / values.Columns];
            if (!(Math.Abs(again[i] - values[row, i % values.Columns]) <= Rounding * largest))
            {
                return row;
            }
        }

        return null;
    }
}
