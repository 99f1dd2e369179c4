using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>Classes learned by one degree.</summary>
/// <param name="Degree">Of the logits.</param>
/// <param name="HeldOut">How samples are predicted by parts that have not seen them.</param>
/// <param name="Parts">What each part learned. Shape [parts].</param>
internal sealed record ClassPolynomials(int Degree, HeldOutClasses HeldOut, ImmutableArray<IClassifier> Parts)
{
    /// <summary>Mean -log p of the classes of held-out samples, over all heads.</summary>
    public double Loss => HeldOut.Loss;

    private const int LargestDegree = 8;
    private const double RowsPerMonomial = 2;
    private const long MostWork = 5_000_000; // rows of a part, times monomials and classes
    private const double SmallestVariance = 1e-9; // of a combination of monomials, beside the largest

    private static ImmutableArray<double> Ridges { get; } = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6];

    // Shares of wrong labels that are tried, as long as the next one predicts better by this factor.
    private static ImmutableArray<double> Wrong { get; } = [0.03, 0.1, 0.2, 0.4];

    private const double Gain = 0.99;

    /// <summary>Learns classes by every degree that the samples allow, each with the ridge that predicts held-out samples best.</summary>
    /// <param name="points">The samples in whitened coordinates, and their classes.</param>
    /// <param name="parts">Which samples each part learns from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static ImmutableArray<ClassPolynomials> Learn(LabelledPoints points, SampleParts parts, Execution execution)
    {
        var (n, classes) = (points.Points.Dimension, points.Heads.Max(head => head.ClassCount));
        var (scales, rows) = (ValueTrials.Scales(points.Points), points.Count / parts.Count);
        var features = Enumerable.Range(1, LargestDegree).TakeWhile(IsSmall)
            .Select(degree => new Lazy<ClassFeatures>(() => ClassFeatures.Of(points.Points, new(scales, degree)))).ToArray();
        if (features.Length == 0)
        {
            return [];
        }

        var right = OfDegrees(LabelsOf(0));
        var (best, wrong) = (right.MinBy(trial => trial.Loss)!, 0.0);
        foreach (var share in Wrong)
        {
            var next = OfDegree(points, parts, features[best.Degree - 1].Value, LabelsOf(share), execution);
            if (next.Loss >= Gain * best.Loss)
            {
                break;
            }

            (best, wrong) = (next, share);
        }

        return wrong == 0 ? right : OfDegrees(LabelsOf(wrong));

        bool IsSmall(int degree) =>
            PolynomialBasis.CountOf(n, degree) is var q && q * RowsPerMonomial <= rows && (long)rows * q * classes <= MostWork;

        ImmutableArray<WrongLabels> LabelsOf(double share) =>
            [.. points.Heads.Select(head => new WrongLabels(share, [.. head.Members().Select(of => of.Length / (double)head.Count)]))];

        // Until two degrees, odd and even, have brought nothing.
        ImmutableArray<ClassPolynomials> OfDegrees(ImmutableArray<WrongLabels> labels)
        {
            var trials = ImmutableArray.CreateBuilder<ClassPolynomials>();
            foreach (var degree in features)
            {
                trials.Add(OfDegree(points, parts, degree.Value, labels, execution));
                var before = trials.SkipLast(2).Select(trial => trial.Loss).DefaultIfEmpty(double.PositiveInfinity).Min();
                if (before <= trials.TakeLast(2).Min(trial => trial.Loss))
                {
                    break;
                }
            }

            return trials.ToImmutable();
        }
    }

    private static ClassPolynomials OfDegree(
        LabelledPoints points, SampleParts parts, ClassFeatures features, ImmutableArray<WrongLabels> labels, Execution execution)
    {
        ClassPolynomials? best = null;
        var weights = new double[parts.Count][][];
        foreach (var ridge in Ridges)
        {
            execution.ForEachBlock(
                parts.Count, part => weights[part] = Fit(points, features, parts.Rows(part), labels, ridge, weights[part], execution));
            ImmutableArray<IClassifier> learned =
                [.. weights.Select(heads => new PolynomialClassifier([.. heads.Select(features.Function)], labels))];
            var next = new ClassPolynomials(features.Basis.Degree, HeldOutClasses.Of(points, parts, learned, execution), learned);
            if (next.Loss >= best?.Loss)
            {
                break;
            }

            best = next;
        }

        return best!;
    }

    private static double[][] Fit(
        LabelledPoints points, ClassFeatures features, int[] rows, ImmutableArray<WrongLabels> labels, double ridge, double[][]? start,
        Execution execution)
    {
        var own = features.Select(rows);
        return [.. points.Heads.Select(OfHead)];

        double[] OfHead(Labels head, int h) =>
            new LogisticRegression(own, features.Width, [.. rows.Select(row => head.Classes[row])], labels[h])
                .Fit(ridge, start?[h], execution.Cancellation);
    }

    /// <summary>Combinations of monomials that are uncorrelated over all samples, each of variance 1, after the constant.</summary>
    /// <param name="Basis">The monomials.</param>
    /// <param name="Means">Of the monomials. Shape [monomials].</param>
    /// <param name="Map">From monomials less their means. Shape [q - 1, monomials].</param>
    /// <param name="Values">Of every sample. Shape [N, q].</param>
    private sealed record ClassFeatures(PolynomialBasis Basis, double[] Means, Matrix Map, double[] Values)
    {
        public int Width => Map.Rows + 1;

        public static ClassFeatures Of(PointCloud points, PolynomialBasis basis)
        {
            var (q, count) = (basis.Count, points.Count);
            var (products, means, covariance) = (new double[count * q], new double[q], new double[q * q]);
            for (var i = 0; i < count; i++)
            {
                var row = products.AsSpan(i * q, q);
                basis.Values(points.Row(i), row);
                TensorPrimitives.MultiplyAdd(row, 1.0 / count, means, means);
            }

            for (var i = 0; i < count; i++)
            {
                var row = products.AsSpan(i * q, q);
                TensorPrimitives.Subtract(row, means, row);
                for (var a = 0; a < q; a++)
                {
                    var line = covariance.AsSpan(a * q, q);
                    TensorPrimitives.MultiplyAdd(row, row[a] / count, line, line);
                }
            }

            var eigen = SymmetricEigen.Of(Matrix.FromEntries(q, q, covariance));
            int[] kept = [.. Enumerable.Range(0, q).Where(k => eigen.Values[k] > SmallestVariance * eigen.Values[^1])];
            var map = Matrix.Generate(kept.Length, q, (k, p) => eigen.Vectors[kept[k], p] / Math.Sqrt(eigen.Values[kept[k]]));
            var values = new double[count * (kept.Length + 1)];
            for (var i = 0; i < count; i++)
            {
                values[i * (kept.Length + 1)] = 1;
                map.Apply(products.AsSpan(i * q, q), values.AsSpan((i * (kept.Length + 1)) + 1, kept.Length));
            }

            return new(basis, means, map, values);
        }

        public double[] Select(int[] rows)
        {
            var selected = new double[rows.Length * Width];
            for (var i = 0; i < rows.Length; i++)
            {
                Values.AsSpan(rows[i] * Width, Width).CopyTo(selected.AsSpan(i * Width));
            }

            return selected;
        }

        /// <summary>The logits as polynomials.</summary>
        /// <param name="weights">Shape [classes, q].</param>
        public PolynomialFunction Function(double[] weights)
        {
            var (classes, q) = (weights.Length / Width, Basis.Count);
            var coefficients = new double[q * classes];
            for (var k = 0; k < classes; k++)
            {
                var line = new double[q];
                for (var j = 0; j < Map.Rows; j++)
                {
                    TensorPrimitives.MultiplyAdd(Map.Row(j), weights[(k * Width) + 1 + j], line, line);
                }

                line[0] += weights[k * Width] - TensorPrimitives.Dot<double>(line, Means); // the constant monomial is 1
                for (var p = 0; p < q; p++)
                {
                    coefficients[(p * classes) + k] = line[p];
                }
            }

            return new(Basis, coefficients, classes);
        }
    }
}
