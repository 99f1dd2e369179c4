using Noether.Data;
using Noether.FiniteGroups;
using Noether.Groups;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>Judges finite maps by the independent parts of a function, as a group that the user names is judged, Eq. (Y2).</summary>
/// <param name="quotient">The function.</param>
/// <param name="coordinates">In which the maps are orthogonal.</param>
/// <param name="options">The tolerance.</param>
/// <param name="seed">Random rotations.</param>
/// <param name="execution">Threads and cancellation.</param>
internal sealed class FiniteJudge(
    Quotient quotient, FiniteCoordinates coordinates, SymmetryFinderOptions options, Seed seed, Execution execution)
{
    /// <summary>Judges orthogonal maps, each and all together; null where that could not be measured, or there are none.</summary>
    /// <param name="maps">Shape [count][r, r].</param>
    public FiniteJudgement? Of(IReadOnlyList<Matrix> maps) => Of(
        quotient,
        [.. maps.Select((map, k) => new GroupMember(ElementNames.Of(map, k, coordinates.Names), coordinates.ToInput(map, quotient.Points.Dimension)))],
        options,
        againstVariance: false,
        seed,
        execution);

    /// <summary>Judges maps of the input's coordinates.</summary>
    /// <param name="quotient">The function.</param>
    /// <param name="members">The maps.</param>
    /// <param name="options">The tolerance.</param>
    /// <param name="againstVariance">Whether rotations are symmetries themselves, so that changes are compared with the variance.</param>
    /// <param name="seed">Random rotations.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static FiniteJudgement? Of(
        Quotient quotient, ImmutableArray<GroupMember> members, SymmetryFinderOptions options, bool againstVariance, Seed seed,
        Execution execution)
    {
        var group = new SymmetryGroup("found", quotient.Points.Dimension) { Elements = members };
        var judged = members.IsEmpty ? null : ElementTest.Judge(
            quotient.Learned, quotient.Frame, quotient.Points, group, options.Test, members.Length, againstVariance,
            seed.For("rotations"), execution);
        if (judged is not { Together: { } together })
        {
            return null;
        }

        var (tolerance, misfit) = (options.Test.Tolerance, quotient.Learned.Fit.MisfitAllowance);
        var limit = (tolerance * tolerance) + misfit;
        return new(
            [.. members.Zip(judged.Judged, (member, each) => new JudgedElement(
                new(member.Name, member.Matrix, each.Judged.Asymmetry),
                each.Judged.IsWithin(tolerance, misfit),
                each.Judged.Square - each.Judged.Margin > limit,
                each.Judged.Square <= limit))],
            together.Asymmetry,
            together.IsWithin(tolerance, misfit) && judged.Judged.All(each => each.Judged.Square - each.Judged.Margin <= limit));
    }
}

/// <summary>Finite maps, judged.</summary>
/// <param name="Members">Each by itself.</param>
/// <param name="Asymmetry">Of all together: the root mean square of theirs.</param>
/// <param name="HoldsTogether">Whether all together are surely within the tolerance, and none is surely beyond it.</param>
internal sealed record FiniteJudgement(ImmutableArray<JudgedElement> Members, Asymmetry Asymmetry, bool HoldsTogether);

/// <summary>A finite map, judged.</summary>
/// <param name="Element">The map and its asymmetry.</param>
/// <param name="Holds">Whether it is surely within the tolerance.</param>
/// <param name="IsBroken">Whether it is surely beyond the tolerance.</param>
/// <param name="MayHold">Whether it is within the tolerance by its estimate.</param>
internal sealed record JudgedElement(FoundElement Element, bool Holds, bool IsBroken, bool MayHold);

/// <summary>Coordinates in which finite symmetries are orthogonal: those that matter, about a centre and in one unit or each in its own.</summary>
/// <param name="Used">The columns that matter.</param>
/// <param name="Centre">In the units of the input. Shape [r].</param>
/// <param name="Units">Shape [r].</param>
/// <param name="Names">Shape [r].</param>
internal sealed record FiniteCoordinates(
    ImmutableArray<int> Used, ImmutableArray<double> Centre, ImmutableArray<double> Units, ImmutableArray<string> Names)
{
    // Coordinates have one unit where their spreads agree within this factor; otherwise each is divided by its own.
    private const double OneUnit = 1.5;

    // Means of columns that are this near in units of their spread may be the same.
    private const double SameCentre = 0.15;

    /// <summary>From the mean and the spread of every column.</summary>
    /// <param name="points">Shape [N, n].</param>
    /// <param name="used">The columns that matter.</param>
    /// <param name="names">Of all columns; empty for x1, x2, ..</param>
    public static FiniteCoordinates Of(PointCloud points, int[] used, ImmutableArray<string> names)
    {
        var mean = points.Mean();
        double[] spreads =
        [
            .. used.Select(j => Math.Sqrt(Enumerable.Range(0, points.Count).Average(i => (points[i, j] - mean[j]) * (points[i, j] - mean[j])))),
        ];
        var common = spreads.Max() <= OneUnit * spreads.Min() ? Math.Sqrt(spreads.Average(spread => spread * spread)) : 0;
        return new([.. used], [.. used.Select(j => mean[j])], [.. spreads.Select(spread => common > 0 ? common : spread)],
            [.. used.Select(j => names.IsEmpty ? string.Create(null, $"x{j + 1}") : names[j])]);
    }

    /// <summary>
    /// The same about a centre as exchanges and signs of columns have it: 0, or one value for all columns, where the samples allow it.
    /// </summary>
    public FiniteCoordinates Plain()
    {
        var common = Centre.Average();
        return Units.Distinct().Count() > 1 ? this
            : Centre.All(value => Math.Abs(value) <= SameCentre * Units[0]) ? this with { Centre = [.. Centre.Select(_ => 0.0)] }
            : Centre.All(value => Math.Abs(value - common) <= SameCentre * Units[0]) ? this with { Centre = [.. Centre.Select(_ => common)] }
            : this;
    }

    /// <summary>The same about another point of these coordinates.</summary>
    public FiniteCoordinates About(double[] point) =>
        this with { Centre = [.. Centre.Select((value, k) => value + (Units[k] * point[k]))] };

    /// <summary>Samples in these coordinates. Shape [N, r].</summary>
    public PointCloud Apply(PointCloud points)
    {
        var values = new double[points.Count * Used.Length];
        for (var i = 0; i < points.Count; i++)
        {
            for (var k = 0; k < Used.Length; k++)
            {
                values[(i * Used.Length) + k] = (points[i, Used[k]] - Centre[k]) / Units[k];
            }
        }

        return new(points.Count, Used.Length, values);
    }

    /// <summary>A linear map of these coordinates in those of the input. Shape [n + 1, n + 1].</summary>
    /// <param name="map">Shape [r, r].</param>
    /// <param name="columns">n.</param>
    public Matrix ToInput(Matrix map, int columns)
    {
        var r = Used.Length;
        var linear = Matrix.Generate(r, r, (i, j) => Units[i] * map[i, j] / Units[j]);
        var affine = Matrix.Generate(r + 1, r + 1, (i, j) => (i < r, j < r) switch
        {
            (true, true) => linear[i, j],
            (true, false) => Centre[i] - Enumerable.Range(0, r).Sum(k => linear[i, k] * Centre[k]),
            _ => i == j ? 1 : 0,
        });
        return AffineMap.On(affine, columns, [Used]);
    }
}
