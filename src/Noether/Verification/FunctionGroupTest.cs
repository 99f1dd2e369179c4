using System.Numerics.Tensors;
using Noether.Data;
using Noether.Functions;
using Noether.Groups;
using Noether.Numerics;
using Noether.Runs;
using Noether.Transformations;

namespace Noether.Verification;

/// <summary>
/// Judges a named group by a function that can be asked anywhere: f(g x) = f(x), or f(g x) = h f(x). Generators are judged along their
/// flows, on both sides of a place, so that an exactly invariant function has asymmetry 0 whatever its curvature.
/// </summary>
internal sealed class FunctionGroupTest
{
    // A flow moves places by this share of their spread: single precision leaves breakings of 1e-4 well above rounding.
    private const double FlowStep = 0.05;

    // Random elements, and how many of them move each place, for the share that is broken.
    private const int PoolSize = 256;
    private const int Draws = 12;
    private const int WalkSteps = 4;

    // Places times coordinates: each is moved on both sides for the Jacobian.
    private const int MostNumbers = 400_000;
    private const int FewestPlaces = 200;

    private readonly IFunction _function;
    private readonly PointCloud _places;
    private readonly FunctionJets _jets;
    private readonly SymmetryTestOptions _options;
    private readonly Execution _execution;
    private readonly CoordinateFrame _frame;
    private readonly int[] _cells;
    private readonly double _variance;

    private FunctionGroupTest(IFunction function, PointCloud places, SymmetryTestOptions options, Execution execution)
    {
        (_function, _places, _options, _execution) = (function, places, options, execution);
        var whitened = CoordinateFrame.Whitening(places, Tolerance.Rounding.Relative);
        _frame = whitened.Rank == places.Dimension ? whitened : CoordinateFrame.OneScale(places);
        _cells = SpatialCells.Of(_frame.Apply(places), options.Cells);
        _jets = function.At(places, execution);
        _variance = FiniteMoments.VarianceOf(_jets.Values, function.Outputs);
    }

    /// <summary>Judges every generator and element.</summary>
    public static GroupTest Run(
        IFunction function, PointCloud points, SymmetryGroup group, SymmetryGroup? outputs, SymmetryTestOptions options, Seed seed, Execution execution)
    {
        if (outputs is not null)
        {
            GroupImage.Require(group, outputs, function.Outputs);
        }

        var samples = EvenSpread.Of(points.Count, Math.Clamp(MostNumbers / points.Dimension, FewestPlaces, options.Places));
        var test = new FunctionGroupTest(function, points.Select(samples.AsSpan()), options, execution);
        if (!(test._variance > 0))
        {
            return GroupVerdict.Undecided(group, "The function has the same value everywhere.", options);
        }

        var members = group.Generators.Select((member, k) => (member.Name, IsGenerator: true, Changes: test.OfGenerator(member.Matrix, outputs?.Generators[k].Matrix)))
            .Concat(group.Elements.Select((member, k) => (member.Name, IsGenerator: false, Changes: test.OfElement(member.Matrix, outputs?.Elements[k].Matrix))))
            .Select(member => (member.Name, member.IsGenerator, member.Changes, Judged: test.Judge(member.Changes, group.Generators.Length + group.Elements.Length)))
            .ToArray();
        var worst = members.MaxBy(member => member.Judged.Square);
        return GroupVerdict.Of(group, [.. members.Select(member => (member.Name, member.Judged))], () => null, options, 0, points.Count) with
        {
            NeededSamples = null, // the function is known; more places only narrow the interval
            Members = [.. members.Select(member => new TestedMember(member.Name, member.IsGenerator, member.Judged.Asymmetry, member.Changes.Root))],
            BrokenShare = group.IsCompact ? test.BrokenShare(group, outputs, seed) : null,
            Worst = [.. SampleGroupTest.Worst(worst.Changes.Squares).Select(place => samples[place])],
        };
    }

    private SpanAsymmetry Judge(Changes changes, int questions)
    {
        var (s, m) = (Empty(), Empty());
        for (var i = 0; i < _cells.Length; i++)
        {
            s[_cells[i]][0] += changes.Squares[i];
            m[_cells[i]][0] += changes.Most[i];
        }

        var level = 1 - ((1 - _options.Confidence) / questions);
        return SpanJackknife.Judge([new(s, m, [], []) { Count = 1 }], _options.Cells - 1, level, _options.Confidence, 1)[0];

        double[][] Empty() => [.. Enumerable.Range(0, _cells.Max() + 1).Select(_ => new double[1])];
    }

    // |d/dt h(-t) f(g(t) x)|^2 against |J|^2 |xi|^2 + |Y f|^2, in whitened coordinates.
    private Changes OfGenerator(Matrix field, Matrix? outputField)
    {
        var (n, h) = (_places.Dimension, _function.Outputs);
        var inFrame = AffineMap.Images(_places, field).MappedBy(_frame.Map);
        var speed = Math.Sqrt(TensorPrimitives.SumOfSquares(inFrame.Values) / Math.Max(1, _places.Count));
        var step = FlowStep * Math.Sqrt(n) / Math.Max(speed, double.Epsilon);
        var (ahead, behind) = (Moved(step), Moved(-step));
        var turned = outputField is null ? null : AffineMap.Images(new(_places.Count, h, _jets.Values), outputField);
        var (squares, most) = (new double[_places.Count], new double[_places.Count]);
        for (var i = 0; i < squares.Length; i++)
        {
            var jacobian = Matrix.FromEntries(h, n, _jets.Jacobians.AsSpan(i * h * n, h * n)) * _frame.Lift;
            squares[i] = TensorPrimitives.Distance<double>(ahead.AsSpan(i * h, h), behind.AsSpan(i * h, h)) is var change ? change * change / (4 * step * step) : 0;
            most[i] = (jacobian.Norm * jacobian.Norm * TensorPrimitives.SumOfSquares(inFrame.Row(i))) + (turned is null ? 0 : TensorPrimitives.SumOfSquares(turned.Row(i)));
        }

        return new(squares, most);

        double[] Moved(double t) => Image(MatrixExponential.Of(t * field), outputField is null ? null : MatrixExponential.Of(-t * outputField));
    }

    private Changes OfElement(Matrix map, Matrix? outputMap)
    {
        var (h, image) = (_function.Outputs, Image(map, outputMap is null ? null : AffineMap.Inverse(outputMap)));
        var squares = Enumerable.Range(0, _places.Count).Select(i => TensorPrimitives.Distance<double>(image.AsSpan(i * h, h), _jets.Values.AsSpan(i * h, h)) is var change ? change * change : 0);
        return new([.. squares], [.. Enumerable.Repeat(2 * _variance, _places.Count)]);
    }

    // h^-1 f(g x). Shape [m, h].
    private double[] Image(Matrix map, Matrix? back)
    {
        var values = _function.ValuesAt(AffineMap.Images(_places, map), _execution);
        return back is null ? values : AffineMap.Images(new(_places.Count, _function.Outputs, values), back).Values.ToArray();
    }

    // The variance over random elements of h^-1 f(g x), as a share of that over places and elements.
    private double BrokenShare(SymmetryGroup group, SymmetryGroup? outputs, Seed seed)
    {
        var (count, h, random) = (_places.Count, _function.Outputs, seed.For("elements").Stream());
        var pool = Enumerable.Range(0, PoolSize).Select(_ => Element(group, outputs, random)).ToArray();
        var images = Enumerable.Range(0, Draws).Select(_ => Image(Enumerable.Range(0, count).Select(_ => pool[random.NextIndex(PoolSize)]).ToArray())).ToArray();
        var within = Enumerable.Range(0, count * h).Sum(i => images.Average(image => image[i]) is var mean ? images.Sum(image => (image[i] - mean) * (image[i] - mean)) / (Draws - 1) : 0) / count;
        var all = FiniteMoments.VarianceOf([.. images.SelectMany(image => image)], h);
        return all > 0 ? Math.Sqrt(within / all) : 0;
    }

    // A random element g, and h^-1 for the outputs.
    private (Matrix Map, Matrix Back) Element(SymmetryGroup group, SymmetryGroup? outputs, RandomStream random)
    {
        var (g, back) = (Matrix.Identity(_places.Dimension + 1), Matrix.Identity(_function.Outputs + 1));
        for (var step = 0; step < WalkSteps && !group.Generators.IsEmpty; step++)
        {
            var weights = group.Generators.Select(_ => Math.PI * random.NextGaussian()).ToArray();
            g = MatrixExponential.Of(Sum(group, weights)) * g;
            back = outputs is null ? back : back * MatrixExponential.Of(-1 * Sum(outputs, weights));
        }

        if (random.NextIndex(group.Elements.Length + 1) is var k && k < group.Elements.Length)
        {
            g = group.Elements[k].Matrix * g;
            back = outputs is null ? back : back * AffineMap.Inverse(outputs.Elements[k].Matrix);
        }

        return (g, back);
    }

    // h^-1 f(g x) with an element for every place. Shape [m, h].
    private double[] Image((Matrix Map, Matrix Back)[] elements)
    {
        var (n, h) = (_places.Dimension, _function.Outputs);
        var (moved, images) = (new double[_places.Count * n], new double[_places.Count * h]);
        for (var i = 0; i < elements.Length; i++)
        {
            AffineMap.Apply(elements[i].Map, _places.Row(i), moved.AsSpan(i * n, n));
        }

        var values = _function.ValuesAt(new(_places.Count, n, moved), _execution);
        for (var i = 0; i < elements.Length; i++)
        {
            AffineMap.Apply(elements[i].Back, values.AsSpan(i * h, h), images.AsSpan(i * h, h));
        }

        return images;
    }

    private static Matrix Sum(SymmetryGroup group, double[] weights) => group.Generators.Select((member, k) => weights[k] * member.Matrix).Aggregate((a, b) => a + b);

    // Squared changes, and the most that they could be. Shape [m].
    private sealed record Changes(double[] Squares, double[] Most)
    {
        public double Root => Math.Sqrt(Squares.Average());
    }
}
