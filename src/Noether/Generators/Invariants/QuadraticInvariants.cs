using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Frames;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.Invariants;

/// <summary>Linear and quadratic functions of the coordinates that are constant on every orbit, Eq. (G20).</summary>
/// <remarks>
/// Orbits may be thick, as those of classes that are windows of a value are, may be cut by the sampled region, and may be far too sparse to have tangent
/// spaces: the functions are fitted to all orbits at once.
/// </remarks>
public sealed record QuadraticInvariants
{
    // The next function must vary within orbits by far more than noise and thickness leave of the last one.
    private const double SmallestRise = 4;

    // Functions with less than this within orbits are equally constant, whether thickness or rounding is what is left.
    private const double NegligibleShare = 0.02;

    // A function with more of its variance within orbits than this says little about them.
    private const double LargestShare = 0.25;

    // Two orbits found as one vary within by far more than the others. So does an orbit that is merely thick: within the negligible share it is constant all the same.
    private const double OutlyingScatter = 10;

    // Coefficients are known to a few percent from ten points each.
    private const int PointsPerFunction = 10;

    /// <summary>The most coordinates that are looked at: the cost grows with the fourth power.</summary>
    internal const int MostCoordinates = 24;

    private const int Groups = 16;

    /// <summary>The share of its variance that each independent function has within orbits, 0 to 1, smallest first; 1 where orbits do not matter. Shape [functions]; empty with too few points or too many coordinates.</summary>
    public required ImmutableArray<double> Spectrum { get; init; }

    /// <summary>The functions that orbits keep constant, of variance 1 over all points, up to mixing among themselves and constants.</summary>
    public required ImmutableArray<QuadraticFunction> Functions { get; init; }

    /// <summary>The orbits, counted from 0, on which these functions vary far more than on the others, and by more than a negligible share: two orbits found as one.</summary>
    public required ImmutableArray<int> LeftOut { get; init; }

    /// <summary>The same functions without each group of points. Shape [groups][functions].</summary>
    internal ImmutableArray<ImmutableArray<QuadraticFunction>> WithoutGroup { get; init; } = [];

    /// <summary>How these differ from what all functions span. Shape [groups][functions].</summary>
    internal ImmutableArray<ImmutableArray<QuadraticFunction>> Deviations { get; init; } = [];

    /// <summary>Points that are needed for as many coordinates.</summary>
    internal static int PointsNeeded(int coordinates) => PointsPerFunction * ((coordinates * (coordinates + 1) / 2) + coordinates);

    /// <summary>Fits the functions. Cost O(n d^4) for n points.</summary>
    /// <param name="orbits">The orbits, at least one, all in the same R^d.</param>
    /// <param name="execution">Threads and cancellation.</param>
    /// <exception cref="ArgumentException">There is no orbit, or two lie in spaces of different dimension.</exception>
    public static QuadraticInvariants Find(IReadOnlyList<PointCloud> orbits, Execution execution)
    {
        OrbitSet.RequireOneSpace(orbits);
        var d = orbits[0].Dimension;
        if (d > MostCoordinates || orbits.Sum(orbit => orbit.Count) < PointsNeeded(d) || QuadraticFeatures.Of(orbits) is not { } features)
        {
            return new() { Spectrum = [], Functions = [], LeftOut = [] };
        }

        var first = Fit(orbits, features, execution);
        var outlying = Outlying(orbits, first.Functions);
        return outlying.IsEmpty
            ? first
            : Fit([.. orbits.Where((_, i) => !outlying.Contains(i))], features, execution) with { LeftOut = outlying };
    }

    /// <summary>The place where all functions have no slope, as nearly as they can; directions that they do not depend on beyond noise stay at 0. Shape [d].</summary>
    internal double[] CriticalPoint()
    {
        var d = Functions[0].Linear.Length;
        var (normal, right, image) = (Matrix.Zero(d, d), new double[d], new double[d]);
        foreach (var function in Functions)
        {
            normal += 4 * (function.Quadratic * function.Quadratic);
            function.Quadratic.Apply(function.Linear.AsSpan(), image);
            TensorPrimitives.MultiplyAdd(image, -2, right, right);
        }

        var noise = Deviations.Sum(group => group.Sum(function => 4 * function.Quadratic.Norm * function.Quadratic.Norm)) / d;
        var point = new double[d];
        PseudoInverse.Of(normal + (noise * Matrix.Identity(d))).Apply(right, point);
        return point;
    }

    /// <summary>The same functions of points relative to an origin.</summary>
    internal QuadraticInvariants About(double[] origin) => this with
    {
        Functions = [.. Functions.Select(function => function.About(origin))],
        WithoutGroup = [.. WithoutGroup.Select(group => group.Select(function => function.About(origin)).ToImmutableArray())],
        Deviations = [.. Deviations.Select(group => group.Select(function => function.About(origin)).ToImmutableArray())],
    };

    private static QuadraticInvariants Fit(IReadOnlyList<PointCloud> orbits, QuadraticFeatures features, Execution execution)
    {
        var (whole, withoutGroup) = OrbitScatter.Of(orbits, features, Groups, execution);
        var (shares, functions) = whole.Solve();
        var count = CountOf(shares);
        var replicates = withoutGroup.Select(scatter => scatter.Solve().Functions).ToArray();
        var dual = functions * whole.Metric;
        return new()
        {
            Spectrum = [.. shares],
            Functions = Leading(functions),
            LeftOut = [],
            WithoutGroup = [.. replicates.Select(Leading)],
            Deviations = [.. replicates.Select(replicate => Leading(count == 0 ? replicate : Beyond(replicate)))],
        };

        ImmutableArray<QuadraticFunction> Leading(Matrix rows) => [.. Enumerable.Range(0, count).Select(k => features.Function(rows.Row(k)))];

        // What is left of a replicate once its components along the functions are taken away.
        Matrix Beyond(Matrix replicate)
        {
            var overlap = replicate * dual.Transposed;
            var kept = Matrix.Generate(overlap.Rows, overlap.Columns, (i, j) => j < count ? overlap[i, j] : 0);
            return replicate - (kept * functions);
        }
    }

    /// <summary>Where the shares rise most.</summary>
    private static int CountOf(double[] shares)
    {
        var (best, rise) = (0, SmallestRise);
        for (var k = 0; k + 1 < shares.Length && shares[k] <= LargestShare; k++)
        {
            var share = Math.Max(shares[k], NegligibleShare);
            if (shares[k + 1] > rise * share)
            {
                (best, rise) = (k + 1, shares[k + 1] / share);
            }
        }

        return best;
    }

    private static ImmutableArray<int> Outlying(IReadOnlyList<PointCloud> orbits, ImmutableArray<QuadraticFunction> functions)
    {
        var scatters = orbits.Select(orbit => functions.Sum(function => Variance(orbit, function))).ToArray();
        var largest = Math.Max(OutlyingScatter * scatters.Order().ElementAt(scatters.Length / 2), NegligibleShare);
        return [.. Enumerable.Range(0, scatters.Length).Where(i => scatters[i] > largest)];
    }

    private static double Variance(PointCloud orbit, QuadraticFunction function)
    {
        var values = Enumerable.Range(0, orbit.Count).Select(i => function.Value(orbit.Row(i))).ToArray();
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / values.Length;
    }
}
