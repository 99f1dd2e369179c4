using Noether.Numerics;

namespace Noether.Learning.Steps;

/// <summary>The samples in the form that training reads: inputs that are standardised as they are read, and the class of every sample per head.</summary>
internal sealed class TrainingSet(TrainingData data, Standardisation standardisation)
{
    /// <summary>The inputs as they came, shape [n, d]; a standardised copy of a large set would not fit beside it.</summary>
    private readonly SingleMatrix _points = data.Points;

    /// <summary>The class of every sample. Shape [heads][n].</summary>
    public int[][] Classes { get; } = [.. data.Heads.Select(head => head.Classes.ToArray())];

    /// <summary>The number of classes per head.</summary>
    public int[] ClassCounts { get; } = [.. data.Heads.Select(head => head.ClassCount)];

    /// <summary>The number of inputs.</summary>
    public int Dimension => _points.Columns;

    /// <summary>The standardised input of a sample, shape [d], into <paramref name="result"/>.</summary>
    public void CopyInput(int sample, Span<float> result) => standardisation.Apply(_points.Row(sample), result);
}
