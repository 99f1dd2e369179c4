using Noether.Data;
using Noether.Learning;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>What one part of the samples has taught of classes: probabilities anywhere, and how their logits change.</summary>
internal interface IClassifier
{
    /// <summary>The probabilities of the classes of every head. Shape [heads][m, classes].</summary>
    ImmutableArray<Matrix> Probabilities(PointCloud places, Execution execution);

    /// <summary>The derivatives of the logits of every head, up to what all logits of a head share. Shape [heads][m * classes, n].</summary>
    ImmutableArray<Matrix> LogitSlopes(PointCloud places, Execution execution);
}

/// <summary>A network.</summary>
/// <param name="Network">With a softmax head for every column of labels.</param>
internal sealed record NetworkClassifier(Network Network) : IClassifier
{
    /// <inheritdoc/>
    public ImmutableArray<Matrix> Probabilities(PointCloud places, Execution execution) =>
        [.. Network.Probabilities(places.ToSingle(), execution).Select(Doubles)];

    /// <inheritdoc/>
    public ImmutableArray<Matrix> LogitSlopes(PointCloud places, Execution execution) =>
        [.. Enumerable.Range(0, Network.Heads.Length).Select(head => Doubles(InputGradient.OfLogits(Network, places.ToSingle(), head, execution)))];

    private static Matrix Doubles(SingleMatrix values) => Matrix.FromEntries(values.Rows, values.Columns, Array.ConvertAll(values.Entries.ToArray(), entry => (double)entry));
}
