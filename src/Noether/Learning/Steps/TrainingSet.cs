using Noether.Numerics;

namespace Noether.Learning.Steps;

/// <summary>The samples in the form that training reads: inputs that are standardised as they are read, and what is to be learned.</summary>
/// <param name="points">
/// The inputs as they came, shape [n, d]; a standardised copy of a large set would not fit beside it.
/// </param>
/// <param name="standardisation">What happens to them first.</param>
/// <param name="targets">What is to be learned.</param>
internal sealed class TrainingSet(SingleMatrix points, Standardisation standardisation, ITrainingTargets targets)
{
    /// <summary>Samples of classes.</summary>
    public TrainingSet(TrainingData data, Standardisation standardisation)
        : this(data.Points, standardisation, new ClassTargets(data.Heads))
    {
    }

    /// <summary>What is to be learned.</summary>
    public ITrainingTargets Targets => targets;

    /// <summary>The number of inputs.</summary>
    public int Dimension => points.Columns;

    /// <summary>The number of samples n.</summary>
    public int Count => points.Rows;

    /// <summary>The standardised input of a sample, shape [d], into <paramref name="result"/>.</summary>
    public void CopyInput(int sample, Span<float> result) => standardisation.Apply(points.Row(sample), result);
}
