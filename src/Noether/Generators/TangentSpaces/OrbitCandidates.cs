using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Generators.TangentSpaces;

/// <summary>One orbit with the dimensions that it may have.</summary>
/// <param name="Number">Its place among the orbits that were given.</param>
/// <param name="Points">Its points about the fixed point. Shape [n, fields * d].</param>
/// <param name="Tree">The same points, sorted.</param>
/// <param name="Dimensions">What becomes of it with each dimension, the smallest first.</param>
internal sealed record OrbitCandidates(int Number, PointCloud Points, PointTree Tree, ImmutableArray<SweptDimension> Dimensions)
{
    /// <summary>Tries all dimensions.</summary>
    /// <param name="number">The orbit's place.</param>
    /// <param name="points">Its points about the fixed point.</param>
    /// <param name="setting">Coordinates of generators and options.</param>
    /// <param name="seed">Where the isotropic noise comes from.</param>
    public static OrbitCandidates Of(int number, PointCloud points, LiePcaSetting setting, Seed seed)
    {
        var tree = PointTree.Build(points);
        var scaling = LocalDimension.Scaling(points, tree);
        return new(number, points, tree, [.. LocalDimension.Candidates(points, tree, setting.Options, seed)
            .Where(local => setting.Options.OrbitDimension is not null || scaling >= LiePcaOrbit.LowestScaling * local.Dimension)
            .Select(local => SweptDimension.Of(points, tree, local, setting))]);
    }

    /// <summary>
    /// The smallest dimension that the neighbourhoods allow and the generators found with it sweep out, Eq. (G12); where there is none, as on a
    /// level set larger than its orbits, the dimension with the largest gap. Null when the neighbourhoods show no dimension.
    /// </summary>
    public SweptDimension? Choose(LiePcaOptions options)
    {
        var confirmed = Dimensions.Where(candidate => candidate.IsConfirmed).ToArray();
        if (confirmed.Length > 0)
        {
            // Of several that give as many generators as the smallest, the one that sets them apart best.
            return confirmed.Where(candidate => candidate.Generators == confirmed[0].Generators).MaxBy(candidate => candidate.Rise);
        }

        return Dimensions.Where(candidate => candidate.Local.IsShown && (options.OrbitDimension is not null || candidate.Local.Gap > LocalDimension.PlainGap)).MaxBy(candidate => candidate.Local.Gap);
    }

    /// <summary>What becomes of the orbit with one of its dimensions; null where its neighbourhoods do not allow it.</summary>
    public SweptDimension? With(int dimension) => Dimensions.FirstOrDefault(candidate => candidate.Local.Dimension == dimension);
}
