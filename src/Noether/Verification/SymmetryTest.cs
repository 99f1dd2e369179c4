using System.Numerics.Tensors;
using Noether.Data;
using Noether.Functions;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// Judges vector fields by one quantity, the asymmetry of Eq. (Y1): built once from a function that was learned in independent parts.
/// Half of the parts choose, the other half judge, and back.
/// </summary>
internal sealed class SymmetryTest
{
    private const int PlacesPerBlock = 64;

    private readonly PointCloud _places;
    private readonly ImmutableArray<ReadOnlyMemory<double>> _jacobians; // per part [m, h, n]
    private readonly LearnedFunction _function;
    private readonly int[] _cells;
    private readonly SymmetryTestOptions _options;
    private readonly Execution _execution;
    private readonly Half[] _halves;
    private readonly Lazy<Half> _all;
    private readonly Lazy<double?>[] _energies;
    private readonly Lazy<(Matrix S, Matrix M)>[] _forms; // every space that is searched restricts the same ones

    private SymmetryTest(PointCloud places, ImmutableArray<ReadOnlyMemory<double>> jacobians, LearnedFunction function, SymmetryTestOptions options, Execution execution)
    {
        (_places, _jacobians, _function, _options, _execution) = (places, jacobians, function, options, execution);
        _cells = SpatialCells.Of(places, options.Cells);
        _halves = Halves();
        _all = new(Everything);
        _energies = [.. _halves.Select((_, half) => new Lazy<double?>(() => EnergyOf(half)))];
        _forms = [.. _halves.Select(half => new Lazy<(Matrix S, Matrix M)>(() => FieldForms.Of(places, half, execution)))];
    }

    /// <summary>What the shared misfit of all parts may add to the square of the second quantity of Rule (R1).</summary>
    public double MisfitAllowance => _function.Fit.MisfitAllowance;

    /// <summary>The number of coordinates.</summary>
    public int Dimension => _places.Dimension;

    /// <summary>Where the test looks. Shape [m, r].</summary>
    public PointCloud Places => _places;

    /// <summary>The share of the samples that could be judged.</summary>
    public double Coverage { get; private init; } = 1;

    /// <summary>Builds the test.</summary>
    /// <param name="function">What was learned.</param>
    /// <param name="points">The samples in the function's coordinates.</param>
    /// <param name="options">Places and confidence.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static SymmetryTest Of(LearnedFunction function, PointCloud points, SymmetryTestOptions options, Execution execution)
    {
        var samples = EvenSpread.Of(points.Count, options.Places);
        var jets = function.AtSamples(samples, execution);
        return new(points.Select(samples.AsSpan()), [.. jets.Select(jet => (ReadOnlyMemory<double>)jet.Jacobians)], function, options, execution) { Coverage = function.Fit.Coverage };
    }

    /// <summary>
    /// The quadratic forms S and M of Eq. (Y7) on all affine fields, of one half of the parts. Shape [r (r + 1), r (r + 1)].
    /// </summary>
    internal (Matrix S, Matrix M) Forms(int half) => _forms[half].Value;

    /// <summary>The number of halves: 2, or 1 where there are too few parts to choose by some and judge by others.</summary>
    internal int HalfCount => _halves.Length;

    /// <summary>The asymmetry of every prefix of some fields: the largest of any combination, Rule (R6).</summary>
    /// <param name="chosen">For each half the fields that the other half chose, in its order. Shape [halves][p, r (r + 1)].</param>
    /// <param name="spaces">How many spaces share the error rate.</param>
    public ImmutableArray<SpanAsymmetry> JudgePrefixes(ImmutableArray<Matrix> chosen, int spaces) => JudgePrefixes(chosen, spaces, _cells.Max());

    /// <summary>Judges the span of some fields as they are, by all parts; null where the gradients are too uncertain.</summary>
    public SpanAsymmetry? Judge(Matrix fields, int spaces = 1) => Judge(fields, spaces, _cells.Max());

    /// <summary>
    /// The same for "none", Rule (R7). Where a half has two parts, none can be left out, and the error has only cells in it: errors
    /// that all cells share are allowed for by Student's t with the degrees of freedom of the parts, Rule (R13).
    /// </summary>
    public SpanAsymmetry? JudgeBroken(Matrix fields, int spaces) => Judge(fields, spaces, _jacobians.Length == 1 ? _cells.Max() : _jacobians.Length - 1);

    private SpanAsymmetry? Judge(Matrix fields, int spaces, int leastFreedom) =>
        JudgePrefixes([.. _halves.Select(_ => fields)], spaces, leastFreedom) is { Length: > 0 } prefixes && prefixes.Length == fields.Rows ? prefixes[^1] : null;

    private ImmutableArray<SpanAsymmetry> JudgePrefixes(ImmutableArray<Matrix> chosen, int spaces, int leastFreedom)
    {
        var moments = chosen.Select((fields, half) => FieldMoments.Of(this, half, fields)).ToArray();
        return SpanJackknife.Judge(moments, leastFreedom, 1 - ((1 - _options.Confidence) / spaces), _options.Confidence, Coverage);
    }

    internal (PointCloud Places, Half Half, int[] Cells) Inputs(int half) => (_places, _halves[half], _cells);

    /// <summary>
    /// What the second quantity of Rule (R1) compares with: the variance of the outputs, or their mean squared slope in the direction in
    /// which they are flattest, where that is larger, since a rough function is steep everywhere. Null where outputs have no scale.
    /// </summary>
    internal double? Energy(int half) => _energies[half].Value;

    private double? EnergyOf(int half)
    {
        if (_function.Variance is not { } variance)
        {
            return null;
        }

        var (n, judging) = (Dimension, _halves[half]);
        var sum = new double[n * n];
        for (var i = 0; i < _places.Count; i++)
        {
            TensorPrimitives.MultiplyAdd(judging.Products.AsSpan(i * n * n, n * n), judging.Caps[i], sum, sum);
        }

        return Math.Max(variance, SymmetricEigen.Of(Matrix.FromEntries(n, n, sum)).Values.Min() / TensorPrimitives.Sum<double>(judging.Caps));
    }

    /// <summary>The cell of every place. Shape [m].</summary>
    internal int[] Cells => _cells;

    /// <summary>All parts together, each place with the mean of the weights of both halves.</summary>
    internal Half All => _all.Value;

    /// <summary>The products of some parts without one of them, for the jackknife; null where two parts are not left.</summary>
    internal double[]? ProductsWithout(Half half, int part) =>
        half.Parts.Length < 3 ? null : Products([.. half.Parts.Where(other => other != part)]);

    private Half Everything()
    {
        if (_halves.Length == 1)
        {
            return _halves[0];
        }

        int[] parts = [.. Enumerable.Range(0, _jacobians.Length)];
        var weights = new double[_places.Count];
        foreach (var half in _halves)
        {
            TensorPrimitives.MultiplyAdd(half.Weights, 1.0 / _halves.Length, weights, weights);
        }

        return new(parts, Products(parts), weights, _halves[0].Caps);
    }

    private Half[] Halves()
    {
        var count = _jacobians.Length;
        int[][] groups = count >= 4
            ? [[.. Enumerable.Range(0, count).Where(part => part % 2 == 0)], [.. Enumerable.Range(0, count).Where(part => part % 2 == 1)]]
            : [[.. Enumerable.Range(0, count)]];
        var products = groups.Select(Products).ToArray();
        return [.. groups.Select((parts, g) => new Half(parts, products[g], _function.LevelsSteepness ? Weights(products[^(g + 1)]) : Capped(null), Capped(null)))];
    }

    /// <summary>
    /// The mean over ordered pairs of different parts of J_1^T J_2, symmetric, at every place, Eq. (Y3). Shape [m, r, r].
    /// </summary>
    private double[] Products(int[] parts)
    {
        var (n, h, size) = (Dimension, _function.Outputs, Dimension * Dimension);
        var products = new double[_places.Count * size];
        _execution.ForEachItem(_places.Count, PlacesPerBlock, place =>
        {
            var target = products.AsSpan(place * size, size);
            Span<double> sum = stackalloc double[n];
            for (var a = 0; a < h; a++)
            {
                sum.Clear();
                foreach (var part in parts)
                {
                    var row = _jacobians[part].Span.Slice(((place * h) + a) * n, n);
                    TensorPrimitives.Add(sum, row, sum);
                    if (parts.Length > 1)
                    {
                        AddOuter(row, -1, target);
                    }
                }

                AddOuter(sum, 1, target);
            }

            TensorPrimitives.Divide(target, parts.Length > 1 ? parts.Length * (parts.Length - 1.0) : 1, target);
        });
        return products;
    }

    private static void AddOuter(ReadOnlySpan<double> row, double factor, Span<double> target)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var line = target.Slice(i * row.Length, row.Length);
            TensorPrimitives.MultiplyAdd(row, factor * row[i], line, line);
        }
    }

    // w = q / (|J|^2 + c), with |J|^2 from the parts that are not in the product: steep places count alike, flat ones do not, Rule (R3).
    // c is the median of |J|^2; where most places are flat, it is noise, and a quarter of the ninth decile takes its place.
    private double[] Weights(double[] others)
    {
        var (n, m) = (Dimension, _places.Count);
        var energies = new double[m];
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                energies[i] += others[(((i * n) + j) * n) + j];
            }

            energies[i] = Math.Max(0, energies[i]);
        }

        var order = energies.Order().ToArray();
        var steep = order[9 * m / 10] / 4;
        var middle = steep > 0 ? Math.Max(order[m / 2], steep) : energies.Average();
        return middle > 0 ? Capped(energies.Select(energy => 1 / (energy + middle))) : Capped(null);
    }

    // q = min(1, median |z|^2 / |z|^2): far samples move faster, and would decide alone.
    private double[] Capped(IEnumerable<double>? factors)
    {
        var squares = Enumerable.Range(0, _places.Count).Select(i => TensorPrimitives.SumOfSquares(_places.Row(i))).ToArray();
        var median = squares.Order().ElementAt(squares.Length / 2);
        var caps = squares.Select(square => square > median ? median / square : 1);
        return [.. factors is null ? caps : caps.Zip(factors, (cap, factor) => cap * factor)];
    }

    /// <summary>One half of the parts.</summary>
    /// <param name="Parts">Which.</param>
    /// <param name="Products">J_1^T J_2 at every place. Shape [m, r, r].</param>
    /// <param name="Weights">The weight w of every place. Shape [m].</param>
    /// <param name="Caps">The weight q alone. Shape [m].</param>
    internal sealed record Half(int[] Parts, double[] Products, double[] Weights, double[] Caps);
}
