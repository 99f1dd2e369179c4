using System.Numerics.Tensors;
using Noether.Data;
using Noether.FiniteGroups;
using Noether.Functions;
using Noether.Groups;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// Looks for mirrors, axes and exchanges of coordinates that leave a function unchanged, Eq. (F1) to (F6). Candidates come from a
/// polynomial in place of the function; every element of the group is judged by the function's independent parts.
/// </summary>
internal static class FiniteSearch
{
    private const int CoarsePlaces = 80;
    private const int Places = 250;
    private const int MostRefined = 80;
    private const int MostPermutations = 4000;
    private const int MostExchanges = 400;

    // Candidates that change the function by more than this share of what arbitrary rotations do are no symmetries.
    private const double LargestStart = 0.6;
    private const double LargestSquare = 0.08;

    /// <summary>Finds the group; null where there is none, or where it could not be looked for.</summary>
    /// <param name="quotient">The function, in the coordinates that matter.</param>
    /// <param name="found">The continuous symmetry.</param>
    /// <param name="options">The tolerance.</param>
    /// <param name="seed">Random rotations.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static FoundGroup? Find(Quotient quotient, FoundSymmetry found, SymmetryFinderOptions options, Seed seed, Execution execution)
    {
        var (fit, test) = (quotient.Learned.Fit, options.Test);
        int[] used = [.. Enumerable.Range(0, quotient.Points.Dimension).Except(quotient.Dependence.Unused)];
        if (used.Length != quotient.Frame.Rank || quotient.Learned.ValuesAt is null || fit.Obstacle is not null
            || fit.Doubt(test.Tolerance) is not null || options.Fields.Count > 1)
        {
            return null;
        }

        execution.Report("symmetry", 0.9, "looking for mirrors, axes and exchanges");
        if (found.Verdict == SymmetryVerdict.Symmetric)
        {
            return ContinuousParts.Of(quotient, found, used, options, seed, execution);
        }

        var isEven = used.Length is 2 or 3;
        var own = FiniteCoordinates.Of(quotient.Points, used, options.Names);
        var coordinates = isEven ? own : own.Plain();
        var samples = Samples(quotient, seed);
        var (points, values) = (coordinates.Apply(samples), Values(quotient, samples, execution));
        var places = isEven ? InBall(points) : points.Select(EvenSpread.Of(points.Count, Places).AsSpan());
        if (places.Count < CoarsePlaces)
        {
            return null;
        }

        var surrogate = new FiniteSurrogate(points, values, places, seed.For("surrogate"), execution);
        var (maps, centre) = isEven ? Rotations(surrogate, used.Length) : (Exchanges(surrogate, used.Length), new double[used.Length]);
        var judge = new FiniteJudge(quotient, coordinates.About(centre), options, seed, execution);
        return isEven ? Group(maps, judge) : GroupOfExchanges(maps, judge);
    }

    /// <summary>As many samples as the polynomial is fitted to, drawn at random.</summary>
    internal static PointCloud Samples(Quotient quotient, Seed seed) =>
        quotient.Points.Select(seed.For("samples").Stream().Choose(quotient.Points.Count, FiniteSurrogate.FitSamples));

    /// <summary>The mean of what all parts have learned. Shape [samples, h].</summary>
    internal static Targets Values(Quotient quotient, PointCloud samples, Execution execution)
    {
        var parts = quotient.Learned.ValuesAt!(quotient.Frame.Apply(samples), execution);
        var mean = new double[parts[0].Length];
        foreach (var part in parts)
        {
            TensorPrimitives.MultiplyAdd(part, 1.0 / parts.Length, mean, mean);
        }

        return new(mean, quotient.Learned.Outputs);
    }

    // Places in the largest ball that samples fill: orthogonal maps keep them there.
    internal static PointCloud InBall(PointCloud points)
    {
        var radius = double.PositiveInfinity;
        for (var j = 0; j < points.Dimension; j++)
        {
            double[] column = [.. Enumerable.Range(0, points.Count).Select(i => points[i, j]).Order()];
            radius = Math.Min(radius, Math.Min(-column[(int)(0.02 * (column.Length - 1))], column[(int)(0.98 * (column.Length - 1))]));
        }

        int[] inside = [.. Enumerable.Range(0, points.Count).Where(i => TensorPrimitives.Norm(points.Row(i)) <= radius)];
        return points.Select([.. EvenSpread.Of(inside.Length, Places).Select(i => inside[i])]);
    }

    // All different minima that leave the function nearly unchanged, with their products, and the point that they leave where it is.
    private static (List<Matrix> Maps, double[] Centre) Rotations(FiniteSurrogate surrogate, int n)
    {
        var starts = OrthogonalCover.Even(n).Select(map => (Map: map, Square: surrogate.Square(map, CoarsePlaces)))
            .Where(start => start.Square <= LargestStart).OrderBy(start => start.Square).Select(start => start.Map);
        var known = new List<Matrix> { Matrix.Identity(n) };
        var found = new List<(Matrix Map, double[] Move)>();
        var refined = 0;
        foreach (var start in starts.TakeWhile(_ => refined < MostRefined))
        {
            refined += Refine(start) ? 1 : 0;
        }

        for (var a = 0; a < found.Count; a++)
        {
            for (var b = 0; b <= a && found.Count < SymmetryGroup.MostElements; b++)
            {
                Refine(found[a].Map * found[b].Map);
                Refine(found[b].Map * found[a].Map);
            }
        }

        return ([.. found.Select(each => each.Map)], FixedPoint(found, n));

        bool Refine(Matrix start)
        {
            if (FoundElements.IsKnown(start, known))
            {
                return false;
            }

            var (map, move, square) = surrogate.Refined(start);
            known.Add(start);
            if (square <= LargestSquare && !FoundElements.IsKnown(map, [Matrix.Identity(n), .. found.Select(each => each.Map)]))
            {
                found.Add((map, move));
                known.Add(map);
            }

            return true;
        }
    }

    // (1 - R) c = b for all maps, in least squares.
    private static double[] FixedPoint(List<(Matrix Map, double[] Move)> maps, int n)
    {
        var (normal, right, centre) = (Matrix.Zero(n, n), new double[n], new double[n]);
        foreach (var (map, move) in maps)
        {
            var off = Matrix.Identity(n) - map;
            normal += off.Transposed * off;
            var pulled = new double[n];
            off.Transposed.Apply(move, pulled);
            TensorPrimitives.Add(right, pulled, right);
        }

        PseudoInverse.Of(normal).Apply(right, centre);
        return centre;
    }

    private static List<Matrix> Exchanges(FiniteSurrogate surrogate, int n) =>
    [
        .. OrthogonalCover.SignedPermutations([.. Enumerable.Range(0, n).Select(j => ImmutableArray.Create(j))], MostPermutations)
            .Where(map => (map - Matrix.Identity(n)).Norm > 0.5 && surrogate.Square(map) <= LargestSquare)
            .Take(MostExchanges),
    ];

    // The largest group among the maps that are not broken, if it holds as a whole; otherwise that of the elements which hold by their
    // estimates.
    private static FoundGroup? Group(IReadOnlyList<Matrix> maps, FiniteJudge judge)
    {
        if (judge.Of(maps) is not { } each)
        {
            return null;
        }

        var group = FoundElements.Largest([.. maps.Where((_, k) => !each.Members[k].IsBroken)], maps[0].Rows);
        Matrix[] elements = [.. group.Matrices.Skip(1)];
        if (judge.Of(elements) is not { } judged)
        {
            return null;
        }

        if (!judged.HoldsTogether)
        {
            Matrix[] holding = [.. elements.Where((_, k) => judged.Members[k].MayHold)];
            return holding.Length == elements.Length ? null : Group(holding, judge);
        }

        var inSpace = maps[0].Rows is 2 or 3 ? PointGroupNames.Of(group) : default;
        return new(inSpace.Schoenflies ?? PermutationNames.Of(group), [.. judged.Members.Select(member => member.Element)])
        {
            Order = group.Order,
            Asymmetry = judged.Asymmetry,
            HermannMauguin = inSpace.HermannMauguin,
            ClosureError = group.ClosureError,
        };
    }

    // Exchanges multiply exactly: all products of those that hold, or the exchanges alone where there are too many products.
    private static FoundGroup? GroupOfExchanges(IReadOnlyList<Matrix> maps, FiniteJudge judge)
    {
        var ofTwo = ExchangeableSets.Of(Holding([.. maps.Where(map => ExchangeableSets.Pair(map) is not null)], judge), maps);
        if (ofTwo.Order > SymmetryGroup.MostElements)
        {
            return judge.Of(ofTwo.Exchanges) is { HoldsTogether: true } judged
                ? new(PermutationNames.Product(ofTwo.Sizes), [.. judged.Members.Select(member => member.Element)])
                {
                    Order = (int)Math.Min(ofTwo.Order, int.MaxValue),
                    Asymmetry = judged.Asymmetry,
                }
                : null;
        }

        Matrix[] holding = [.. ofTwo.Exchanges, .. Holding([.. maps.Where(map => !ofTwo.Generate(map))], judge)];
        return holding.Length == 0 ? null
            : FiniteClosure.Products(holding, SymmetryGroup.MostElements) is { } all ? Group([.. all.Skip(1)], judge)
            : Group(holding, judge);
    }

    // Those that hold by their estimates.
    private static Matrix[] Holding(IReadOnlyList<Matrix> maps, FiniteJudge judge) =>
        judge.Of(maps) is { } each ? [.. maps.Where((_, k) => each.Members[k].MayHold)] : [];
}
