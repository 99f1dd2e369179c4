using System.Numerics.Tensors;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Closing;

/// <summary>The closed algebra nearest to a span of noisy generators, and how far away it is.</summary>
/// <param name="Span">The span after moving; its noise is at least what the distance implies.</param>
/// <param name="Error">The closure error of the span as it was given, Eq. (A2).</param>
/// <param name="Remaining">Largest norm of a commutator's part outside the moved span; 0 up to rounding when it is closed.</param>
/// <param name="Distance">Root mean square over basis matrices of how far each moved; their norm is 1.</param>
/// <param name="ImpliedNoise">Standard error of the entries of a basis matrix of norm 1 that would explain the distance.</param>
internal sealed record Closure(GeneratorSpan Span, double Error, double Remaining, double Distance, double ImpliedNoise)
{
    /// <summary>Newton steps at most; convergence is quadratic, so that a span within reach of an algebra needs three to five.</summary>
    private const int NewtonSteps = 12;

    /// <summary>Products with the derivative per Newton step at most; its condition number on the moves that matter is of order ten.</summary>
    private const int ProductsPerStep = 60;

    /// <summary>Random moves that measure which share of them the closure can see.</summary>
    private const int Probes = 2;

    /// <summary>Random spans that show what the distance of no algebra looks like.</summary>
    private const int Controls = 4;

    /// <summary>Controls and shares are needed to a few per cent only, and so is a Newton step far from its goal.</summary>
    private const double Rough = 0.01;

    /// <summary>Products with the derivative and its transpose at most, each, in moving a span and measuring what can be seen of it.</summary>
    internal const int MostProducts = (NewtonSteps + Probes) * ProductsPerStep;

    /// <summary>The same, for the random spans.</summary>
    internal const int ControlProducts = Controls * ProductsPerStep;

    /// <summary>Whether the moved span is closed up to rounding.</summary>
    public bool IsClosed => Remaining <= Tolerance.Rounding.Relative;

    /// <summary>Moves a span to the nearest closed algebra by Newton steps of least length. Deterministic, given the seed.</summary>
    public static Closure Of(GeneratorSpan span, Seed seed, Execution execution)
    {
        var map = new ClosureMap(span);
        var error = ErrorOf(map, span);
        var closed = span;
        for (var step = 0; step < NewtonSteps && map.LargestResidual > Tolerance.Rounding.Absolute; step++)
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            var move = LeastSquares.Shortest(map.Derivative, Negative(map.Residual), StepAccuracy(map), ProductsPerStep);
            var next = closed.With(map.Moved(move, span.Size));
            var nextMap = new ClosureMap(next);
            if (!(nextMap.LargestResidual < map.LargestResidual))
            {
                break;
            }

            (closed, map) = (next, nextMap);
        }

        var distance = DistanceBetween(span, closed);
        var implied = distance <= Tolerance.Rounding.Relative ? 0 : distance / (span.Size * Math.Sqrt(VisibleShare(map, seed)));
        return new(closed.WithNoise(implied), error, map.LargestResidual, distance, implied);
    }

    /// <summary>How far a random span of this size has to move in the first Newton step: what the distance of no algebra looks like. The least of some draws.</summary>
    public static double ControlDistance(GeneratorSpan span, Seed seed)
    {
        var least = double.PositiveInfinity;
        for (var draw = 0; draw < Controls; draw++)
        {
            var stream = seed.For("closure control").For(draw).Stream();
            var random = span.Basis.Select(matrix => Matrix.Generate(matrix.Rows, matrix.Rows, (_, _) => stream.NextGaussian()));
            var control = new GeneratorSpan(Orthonormal.Nearest([.. random]), [.. span.Noise.Select(_ => 1.0)]);
            var map = new ClosureMap(control);
            var move = LeastSquares.Shortest(map.Derivative, Negative(map.Residual), Rough, ProductsPerStep);
            least = Math.Min(least, DistanceBetween(control, control.With(map.Moved(move, span.Size))));
        }

        return least;
    }

    /// <summary>A Newton step is solved as exactly as it is near its goal, which keeps the convergence quadratic at a fraction of the cost.</summary>
    private static double StepAccuracy(ClosureMap map) => Math.Clamp(map.LargestResidual, Tolerance.SinglePrecision.Absolute, Rough);

    /// <summary>Largest part of a commutator outside the span, relative to the largest commutator; commutators within noise of zero count as relative to the generators.</summary>
    private static double ErrorOf(ClosureMap map, GeneratorSpan span)
    {
        // [A + N, B + M] differs from [A, B] by [A, M] + [N, B], of norm sqrt(2 n) per unit of noise each.
        var noise = 2 * Math.Sqrt(span.Size) * span.TypicalNoise;
        return map.LargestBracket <= NoiseLengths * noise ? map.LargestResidual : map.LargestResidual / map.LargestBracket;
    }

    /// <summary>A commutator counts as different from zero when it is longer than this many times its noise.</summary>
    private const double NoiseLengths = 3;

    /// <summary>Root mean square of the sines of the principal angles between two spans.</summary>
    private static double DistanceBetween(GeneratorSpan from, GeneratorSpan to)
    {
        var outside = from.Basis.Select(matrix => to.Basis.Aggregate(matrix, (rest, unit) => rest - (rest.InnerProduct(unit) * unit)));
        var squares = outside.Sum(rest => rest.InnerProduct(rest));
        return Math.Sqrt(squares / from.Dimension);
    }

    /// <summary>Mean share of a random move's square that the closure sees; the rest leads to other closed algebras nearby, such as conjugates.</summary>
    private static double VisibleShare(ClosureMap map, Seed seed)
    {
        var stream = seed.For("visible share").Stream();
        var derivative = map.Derivative;
        var (seen, all) = (0.0, 0.0);
        for (var probe = 0; probe < Probes; probe++)
        {
            var move = Enumerable.Range(0, derivative.Inputs).Select(_ => stream.NextGaussian()).ToArray();
            var image = new double[derivative.Outputs];
            derivative.Apply(move, image);
            var visible = LeastSquares.Shortest(derivative, image, Rough, ProductsPerStep);
            seen += TensorPrimitives.SumOfSquares<double>(visible);
            all += TensorPrimitives.SumOfSquares<double>(move);
        }

        // A span of one generator, or of all matrices, is always closed: nothing is seen.
        return Math.Max(seen / all, 1.0 / derivative.Inputs);
    }

    private static double[] Negative(double[] vector)
    {
        var negative = new double[vector.Length];
        TensorPrimitives.Negate<double>(vector, negative);
        return negative;
    }
}
