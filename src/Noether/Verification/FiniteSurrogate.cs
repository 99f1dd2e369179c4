using Noether.Data;
using Noether.Functions;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// A polynomial in place of a learned function, which finds candidates of finite symmetries: how much maps x -> R x + b change it, and the
/// nearest map that changes it least, Eq. (F2).
/// </summary>
internal sealed class FiniteSurrogate
{
    /// <summary>Samples that it is fitted to; more would hardly change it.</summary>
    public const int FitSamples = 3000;

    private const int RowsPerMonomial = 3;
    private const int MostMonomials = 300;
    private const int LargestDegree = 6;
    private const int LargestDegreeInPlane = 8;
    private const int Rotations = 40;
    private const int Steps = 8;

    // After three steps, a map that still changes the function by more than this share of what arbitrary rotations do leads nowhere.
    private const int TrialSteps = 3;
    private const double Hopeless = 0.2;

    // What a move by one spread costs in the fit: directions in which a map may move freely stay where they are.
    private const double CostOfMoves = 1e-3;

    private readonly PolynomialFunction _function;
    private readonly PointCloud _places;
    private readonly double[] _atPlaces;
    private readonly Execution _execution;
    private readonly double _whole;

    /// <summary>Fits it.</summary>
    /// <param name="points">Samples about a centre, in one unit. Shape [N, n].</param>
    /// <param name="values">The function there. Shape [N, h].</param>
    /// <param name="places">Where changes are measured: places whose images by orthogonal maps are sampled. Shape [m, n].</param>
    /// <param name="seed">The rotations that it compares with.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public FiniteSurrogate(PointCloud points, Targets values, PointCloud places, Seed seed, Execution execution)
    {
        int[] rows = [.. Enumerable.Range(0, points.Count)];
        var degree = 1;
        while (degree < (points.Dimension == 2 ? LargestDegreeInPlane : LargestDegree) && PolynomialBasis.CountOf(points.Dimension, degree + 1) is var next
            && next <= MostMonomials && next * RowsPerMonomial <= rows.Length)
        {
            degree++;
        }

        var basis = new PolynomialBasis(ValueTrials.Scales(points), degree);
        var coefficients = PolynomialFunction.Sums(points, values, rows, basis).Solve(basis.Count);
        _function = new(basis, coefficients, values.Count);
        (_places, _execution) = (places, execution);
        _atPlaces = _function.ValuesAt(places, execution);
        var random = seed.Stream();
        var n = points.Dimension;
        // On a line there is no other map than the mirror itself.
        _whole = n == 1 ? 2 * FiniteMoments.VarianceOf(_atPlaces, _function.Outputs)
            : Enumerable.Range(0, Rotations).Average(_ => Change(GroupElements.Orthogonal(n, random), new double[n], places.Count));
    }

    /// <summary>The squared change by a map, compared with that by arbitrary rotations: 0 of a symmetry, about 1 of a map at random.</summary>
    /// <param name="map">R. Shape [n, n].</param>
    /// <param name="places">How many places are asked at most; all of them by default.</param>
    public double Square(Matrix map, int places = int.MaxValue) =>
        _whole > 0 ? Change(map, new double[map.Rows], Math.Min(places, _places.Count)) / _whole : 1;

    /// <summary>The map x -> R x + b near another that changes the function least, by Gauss and Newton.</summary>
    /// <param name="start">R. Shape [n, n].</param>
    public (Matrix Map, double[] Move, double Square) Refined(Matrix start)
    {
        var n = start.Rows;
        var generators = GroupElements.Rotations(n);
        var (map, move) = (start, new double[n]);
        var (square, damping) = (Change(map, move, _places.Count), 1e-3);
        for (var step = 0; step < Steps; step++)
        {
            var equations = Equations(map, move, generators);
            var change = Solve(equations, damping, move, n);
            var turn = MatrixExponential.Of(generators.Select((generator, k) => change[k] * generator).Aggregate((a, b) => a + b));
            double[] moved = [.. move.Select((value, j) => value + change[generators.Length + j])];
            var next = Change(turn * map, moved, _places.Count);
            var isDone = next < square && next > 0.99 * square;
            (map, move, square, damping) = next < square ? (turn * map, moved, next, damping / 10) : (map, move, square, damping * 10);
            if (isDone || (step + 1 >= TrialSteps && square > Hopeless * _whole))
            {
                break;
            }
        }

        return (map, move, square / _whole);
    }

    private double Change(Matrix map, double[] move, int count)
    {
        var images = _function.ValuesAt(Images(map, move, count), _execution);
        var sum = 0.0;
        for (var i = 0; i < images.Length; i++)
        {
            sum += (images[i] - _atPlaces[i]) * (images[i] - _atPlaces[i]);
        }

        return sum / count;
    }

    private PointCloud Images(Matrix map, double[] move, int count)
    {
        var (n, values) = (map.Rows, new double[count * map.Rows]);
        for (var i = 0; i < count; i++)
        {
            var image = values.AsSpan(i * n, n);
            map.Apply(_places.Row(i), image);
            for (var j = 0; j < n; j++)
            {
                image[j] += move[j];
            }
        }

        return new(count, n, values);
    }

    // Of f(e^w R x + b) = f(x) for small w and for b.
    private (double[] Normal, double[] Right) Equations(Matrix map, double[] move, ImmutableArray<Matrix> generators)
    {
        var (n, h, q) = (map.Rows, _function.Outputs, generators.Length + map.Rows);
        var images = Images(map, move, _places.Count);
        var jets = _function.At(images, _execution);
        var (normal, right, row, turned) = (new double[q * q], new double[q], new double[q], new double[n]);
        for (var i = 0; i < images.Count; i++)
        {
            double[] arm = [.. images.Row(i).ToArray().Select((value, j) => value - move[j])];
            for (var a = 0; a < h; a++)
            {
                var slope = jets.Jacobians.AsSpan(((i * h) + a) * n, n);
                for (var k = 0; k < generators.Length; k++)
                {
                    generators[k].Apply(arm, turned);
                    row[k] = System.Numerics.Tensors.TensorPrimitives.Dot<double>(slope, turned);
                }

                slope.CopyTo(row.AsSpan(generators.Length));
                var missed = _atPlaces[(i * h) + a] - jets.Values[(i * h) + a];
                for (var k = 0; k < q; k++)
                {
                    right[k] += row[k] * missed / images.Count;
                    for (var l = 0; l < q; l++)
                    {
                        normal[(k * q) + l] += row[k] * row[l] / images.Count;
                    }
                }
            }
        }

        return (normal, right);
    }

    private double[] Solve((double[] Normal, double[] Right) equations, double damping, double[] move, int n)
    {
        var q = equations.Right.Length;
        var right = equations.Right.ToArray();
        var cost = CostOfMoves * _whole;
        for (var j = 0; j < n; j++)
        {
            right[q - n + j] -= cost * move[j];
        }

        var matrix = Matrix.Generate(q, q, (k, l) => equations.Normal[(k * q) + l]
            + (k != l ? 0 : (damping * (equations.Normal[(k * q) + k] + (1e-9 * _whole))) + (k >= q - n ? cost : 0)));
        var solution = new double[q];
        (LinearSystem.InverseOrNull(matrix) ?? Matrix.Zero(q, q)).Apply(right, solution);
        return solution;
    }
}
