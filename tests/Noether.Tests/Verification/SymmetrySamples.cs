using Noether.Data;
using Noether.Functions;
using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;
using Noether.Transformations;
using Noether.Verification;

namespace Noether.Tests.Verification;

/// <summary>Tables for tests of symmetries: places, values of a function on them, and the search in one call.</summary>
internal static class SymmetrySamples
{
    /// <summary>Places spread evenly over [-1, 1]^n.</summary>
    public static PointCloud Box(int count, int dimension, ulong seed)
    {
        var random = new Seed(seed).For("box").Stream();
        return new(count, dimension, [.. Enumerable.Range(0, count * dimension).Select(_ => random.NextUniform(-1, 1))]);
    }

    /// <summary>Normally distributed places with variance 1.</summary>
    public static PointCloud Gaussian(int count, int dimension, ulong seed)
    {
        var random = new Seed(seed).For("gaussian").Stream();
        return new(count, dimension, [.. Enumerable.Range(0, count * dimension).Select(_ => random.NextGaussian())]);
    }

    /// <summary>Places one by one. Shape [count, n].</summary>
    public static PointCloud Places(int count, ulong seed, Func<RandomStream, double[]> place)
    {
        var random = new Seed(seed).For("places").Stream();
        double[][] rows = [.. Enumerable.Range(0, count).Select(_ => place(random))];
        return new(count, rows[0].Length, [.. rows.SelectMany(row => row)]);
    }

    /// <summary>Values of a function with normal noise. Shape [N].</summary>
    public static ImmutableArray<double> Values(PointCloud points, Func<double[], double> function, double noise, ulong seed)
    {
        var random = new Seed(seed).For("noise").Stream();
        return [.. Enumerable.Range(0, points.Count).Select(i => function(points.Row(i).ToArray()) + (noise * random.NextGaussian()))];
    }

    /// <summary>Classes of the places.</summary>
    public static LabelledPoints Classes(PointCloud points, Func<double[], int> classOf) =>
        new(points, Labels.FromNames("class", [.. Enumerable.Range(0, points.Count).Select(i => $"{classOf(points.Row(i).ToArray())}")]));

    /// <summary>One set of places.</summary>
    public static PointSets Set(PointCloud points) => new(Classes(points, _ => 0));

    /// <summary>The symmetries of a function with noisy values.</summary>
    public static FoundSymmetry OfValues(PointCloud points, Func<double[], double> function, double noise, ulong seed, SymmetryFinderOptions? options = null) =>
        Find(new ValueSamples(points, [Values(points, function, noise, seed)]), seed, options);

    /// <summary>The symmetries of what is known, on one thread.</summary>
    public static FoundSymmetry Find(IFunctionLearner learner, ulong seed, SymmetryFinderOptions? options = null) =>
        SymmetryFinder.Find(learner, options ?? new(), new(seed), new() { Threads = 1 });

    /// <summary>How many generators were claimed.</summary>
    public static int Count(this FoundSymmetry found) => found.Verdict == SymmetryVerdict.Symmetric ? found.Generators!.Count : 0;

    /// <summary>The generators as [A b; 0 0] in the coordinates of the input.</summary>
    public static IReadOnlyList<Matrix> Affine(this GeneratorEstimate estimate)
    {
        var (n, centre) = (estimate.Centre.Length, estimate.Centre);
        return
        [
            .. estimate.Generators.Select(generator => generator.Rows > n
                ? generator
                : Matrix.Generate(n + 1, n + 1, (i, j) => i == n ? 0 : j < n ? generator[i, j] : -Enumerable.Range(0, n).Sum(k => generator[i, k] * centre[k]))),
        ];
    }

    /// <summary>Polynomials up to a degree, one for each part.</summary>
    public static ImmutableArray<IFunction> Fits(PointCloud points, Targets targets, SampleParts parts, int degree)
    {
        var basis = new PolynomialBasis([.. Enumerable.Repeat(1.0, points.Dimension)], degree);
        return [.. Enumerable.Range(0, parts.Count).Select(Fit)];

        PolynomialFunction Fit(int part) => new(basis, PolynomialFunction.Sums(points, targets, parts.Rows(part), basis).Solve(basis.Count), targets.Count);
    }

    /// <summary>The test of a function that is given by a formula and therefore without error, at the places themselves.</summary>
    public static SymmetryTest TestOf(PointCloud places, Func<double[], double> function, SymmetryTestOptions? options = null)
    {
        var known = new KnownFunction(places.Dimension, 1, cloud => [.. Values(cloud, function, 0, 0)], [.. Enumerable.Repeat(1e-4, places.Dimension)]);
        var learned = LearnedFunction.Of([known, known, known, known], places, new() { Method = "a formula", Unexplained = 0 });
        return SymmetryTest.Of(learned, places, options ?? new(), new() { Threads = 1 });
    }

    /// <summary>The field z -> A z + b as a row of fields. Shape [1, n (n + 1)].</summary>
    public static Matrix Field(Matrix linear, params double[] constant) => Matrix.FromRows(
        [.. Enumerable.Range(0, linear.Rows).SelectMany(i => linear.Row(i).ToArray().Append(constant.Length == 0 ? 0 : constant[i]))]);

    /// <summary>A frame that leaves everything as it is.</summary>
    public static CoordinateFrame Identity(int dimension) => new([.. new double[dimension]], Matrix.Identity(dimension), Matrix.Identity(dimension))
    {
        Spreads = [.. Enumerable.Repeat(1.0, dimension)],
    };
}
