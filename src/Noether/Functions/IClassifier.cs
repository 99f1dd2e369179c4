using System.Numerics.Tensors;
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
    [
        .. Enumerable.Range(0, Network.Heads.Length)
            .Select(head => Doubles(InputGradient.OfLogits(Network, places.ToSingle(), head, execution))),
    ];

    private static Matrix Doubles(SingleMatrix values) =>
        Matrix.FromEntries(values.Rows, values.Columns, Array.ConvertAll(values.Entries.ToArray(), entry => (double)entry));
}

/// <summary>
/// Classes whose logits are polynomials of the coordinates, among labels that say nothing: the boundaries of round classes are of degree 2.
/// </summary>
/// <param name="Heads">The logits of every head.</param>
/// <param name="Labels">Of every head.</param>
internal sealed record PolynomialClassifier(ImmutableArray<PolynomialFunction> Heads, ImmutableArray<WrongLabels> Labels) : IClassifier
{
    /// <inheritdoc/>
    public ImmutableArray<Matrix> Probabilities(PointCloud places, Execution execution) =>
    [
        .. Heads.Zip(Labels, (head, labels) =>
            Matrix.FromEntries(places.Count, head.Outputs, Mixed(head.ValuesAt(places, execution), labels))),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Matrix> LogitSlopes(PointCloud places, Execution execution) => [.. Heads.Zip(Labels, (head, labels) =>
    {
        var (jets, n, classes) = (head.At(places, execution), places.Dimension, head.Outputs);
        var mean = new double[n];
        for (var i = 0; i < places.Count; i++)
        {
            var right = jets.Values.AsSpan(i * classes, classes);
            LogisticRegression.SoftMax(right);
            mean.AsSpan().Clear();
            for (var k = 0; k < classes; k++)
            {
                TensorPrimitives.MultiplyAdd(Slope(i, k), right[k], mean, mean);
            }

            for (var k = 0; k < classes; k++)
            {
                // The gradient of log p_k, where p_k holds a share that does not change.
                TensorPrimitives.Subtract(Slope(i, k), mean, Slope(i, k));
                var share = (1 - labels.Wrong) * right[k] / Math.Max(labels.Mixed(right[k], k), double.Epsilon);
                TensorPrimitives.Multiply(Slope(i, k), share, Slope(i, k));
            }
        }

        return Matrix.FromEntries(places.Count * classes, n, jets.Jacobians);

        Span<double> Slope(int place, int k) => jets.Jacobians.AsSpan(((place * classes) + k) * n, n);
    })];

    private static double[] Mixed(double[] logits, WrongLabels labels)
    {
        var classes = labels.Frequencies.Length;
        for (var i = 0; i < logits.Length; i++)
        {
            if (i % classes == 0)
            {
                LogisticRegression.SoftMax(logits.AsSpan(i, classes));
            }

            logits[i] = labels.Mixed(logits[i], i % classes);
        }

        return logits;
    }
}
