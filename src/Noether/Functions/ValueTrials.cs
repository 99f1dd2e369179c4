using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>One way to learn the values, and what it leaves unexplained of held-out samples.</summary>
/// <param name="Name">In words.</param>
/// <param name="Unexplained">Share of the variance, mean over heads.</param>
/// <param name="Target">What is learned: a function of each head's values. Shape [N, heads].</param>
/// <param name="Parts">The parts.</param>
/// <param name="Fit">Learns every part.</param>
/// <param name="IsLocal">Whether it sees structure as fine as its neighbourhoods.</param>
/// <param name="Degree">Of a polynomial of all coordinates.</param>
internal sealed record ValueTrial(string Name, double Unexplained, Targets Target, SampleParts Parts, Func<ImmutableArray<IFunction>> Fit, bool IsLocal = false, int Degree = 0)
{
    /// <summary>The degree up to which it sees structure everywhere.</summary>
    public int SeenDegree => IsLocal ? 2 : Degree;
}

/// <summary>The ways to learn some values.</summary>
internal sealed class ValueTrials
{
    private readonly PointCloud _points;
    private readonly ImmutableArray<Targets> _columns; // one per head
    private readonly SampleParts _eight;
    private readonly SampleParts _four;
    private readonly ValueLearnerOptions _options;
    private readonly Execution _execution;
    private readonly int[] _heldOut;
    private readonly PolynomialBasis _basis;
    private readonly NormalEquations[] _sums; // per part of eight, all heads' columns side by side
    private readonly Targets _all;
    private readonly Targets _plain; // the values themselves
    private Targets _target; // the function of each head's values that is learned

    public ValueTrials(PointCloud points, ImmutableArray<ImmutableArray<double>> values, SampleParts parts, ValueLearnerOptions options, Execution execution)
    {
        (_points, _options, _execution, _eight, _four) = (points, options, execution, parts, parts.Halved());
        _columns = [.. values.Select(head => ValueTransform.Columns(head.AsSpan()))];
        _all = SideBySide(_columns);
        _target = _plain = SideBySide([.. _columns.Select(columns => columns.Select([0]))]);
        _heldOut = [.. EvenSpread.Of(points.Count, options.HeldOut)];
        _basis = new(Scales(points), LargestDegree());
        _sums = new NormalEquations[parts.Count];
        execution.ForEachBlock(parts.Count, part => _sums[part] = PolynomialFunction.Sums(points, _all, parts.Rows(part), _basis));
    }

    /// <summary>Polynomials of degree 1, 2, ..., of the functions of the values that suit them best.</summary>
    public IEnumerable<ValueTrial> Polynomials()
    {
        var residuals = Enumerable.Range(1, _basis.Degree)
            .Select(degree => Residuals(Polynomials(degree, _all, Every(_all.Count), _four), _all, _four)).ToArray();
        var chosen = ChosenTransforms.Fit(_columns, residuals, _heldOut, _options.TransformGain);
        _target = chosen.IsPlain ? _plain : chosen.Target;
        for (var degree = 1; degree <= _basis.Degree; degree++)
        {
            var (power, parts) = (degree, Rows(_eight) >= _options.RowsForEight * _basis.CountTo(degree) ? _eight : _four);
            yield return new(
                chosen.Name($"polynomials of degree {degree}"),
                chosen.Unexplained(residuals[degree - 1]),
                _target,
                parts,
                () => [.. Polynomials(power, _target, null, parts)],
                Degree: power);
        }
    }

    /// <summary>
    /// Local quadratic fits, of the functions of the values that suit polynomials and of the values themselves: what makes them simple
    /// for polynomials may make noise large, as a logarithm does near zero.
    /// </summary>
    /// <param name="rival">The best polynomials.</param>
    /// <param name="most">How many are wanted at most.</param>
    public IEnumerable<ValueTrial> LocalFits(ValueTrial rival, int most)
    {
        var local = new LocalTrials(_points, _four, _heldOut, _options, _execution);
        return _points.Dimension > _options.MostLocalDimensions ? []
            : new[] { _target, _plain }.Distinct().SelectMany(target => local.Of(target, rival, most)).Take(most);
    }

    internal static Targets Of(Targets targets, int[] rows) => new([.. rows.SelectMany(row => targets.Row(row).ToArray())], targets.Count);

    private IEnumerable<IFunction> Polynomials(int degree, Targets target, int[]? columns, SampleParts parts)
    {
        var count = _basis.CountTo(degree);
        var each = _eight.Count / parts.Count;
        var fits = new IFunction[parts.Count];
        _execution.ForEachBlock(parts.Count, part =>
        {
            if (columns is null)
            {
                fits[part] = new PolynomialFunction(_basis, PolynomialFunction.Sums(_points, target, parts.Rows(part), _basis).Solve(count), target.Count);
                return;
            }

            var sums = new NormalEquations(_basis.Count, target.Count);
            for (var i = 0; i < each; i++)
            {
                sums.Add(_sums[(part * each) + i]);
            }

            fits[part] = new PolynomialFunction(_basis, sums.Solve(count), target.Count);
        });
        return fits;
    }

    /// <summary>What the next part's function misses of held-out samples. Shape [held out, targets].</summary>
    private double[] Residuals(IEnumerable<IFunction> functions, Targets target, SampleParts parts)
    {
        var residuals = new double[_heldOut.Length * target.Count];
        foreach (var (places, fit) in LocalTrials.NextPart(_heldOut, parts).Zip(functions))
        {
            var predicted = fit.ValuesAt(_points.Select([.. places.Select(i => _heldOut[i])]), _execution);
            for (var i = 0; i < places.Length; i++)
            {
                for (var a = 0; a < target.Count; a++)
                {
                    residuals[(places[i] * target.Count) + a] = target.Row(_heldOut[places[i]])[a] - predicted[(i * target.Count) + a];
                }
            }
        }

        return residuals;
    }

    private int LargestDegree()
    {
        var degree = 1;
        while (degree < _options.LargestDegree && PolynomialBasis.CountOf(_points.Dimension, degree + 1) is var next && next <= (degree < 2 ? _options.MostQuadraticMonomials : _options.MostMonomials)
            && Rows(_four) >= (degree + 1 <= 2 ? 1.5 : _options.RowsPerMonomial) * next)
        {
            degree++;
        }

        return degree;
    }

    private double Rows(SampleParts parts) => (double)_points.Count / parts.Count;

    private static int[] Every(int count) => [.. Enumerable.Range(0, count)];

    internal static double[] Scales(PointCloud points)
    {
        var scales = new double[points.Dimension];
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = 0; j < scales.Length; j++)
            {
                scales[j] = Math.Max(scales[j], Math.Abs(points[i, j]));
            }
        }

        return [.. scales.Select(scale => scale > 0 ? scale : 1)];
    }

    internal static Targets SideBySide(ImmutableArray<Targets> heads)
    {
        var (rows, width) = (heads[0].Values.Length / heads[0].Count, heads.Sum(head => head.Count));
        var values = new double[rows * width];
        for (var i = 0; i < rows; i++)
        {
            var at = i * width;
            foreach (var head in heads)
            {
                head.Row(i).CopyTo(values.AsSpan(at));
                at += head.Count;
            }
        }

        return new(values, width);
    }
}
