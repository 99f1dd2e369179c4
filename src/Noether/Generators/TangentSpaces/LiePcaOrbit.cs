using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Generators.TangentSpaces;

/// <summary>One orbit with the dimension that suits it.</summary>
/// <param name="Number">Its place among the orbits that were given.</param>
/// <param name="Local">Dimension and neighbourhoods.</param>
/// <param name="Form">Its tangency form.</param>
/// <param name="Random">What the form is on a matrix of norm 1 that knows nothing of the tangent spaces.</param>
/// <param name="Swept">Dimension of what the orbit's own generators sweep out; 0 without any.</param>
internal sealed record LiePcaOrbit(int Number, LocalDimension Local, TangencyForm Form, double Random, int Swept)
{
    // The estimate from distances is up to a third low where the space is large; below that the points are too few to fill the dimension.
    public const double LowestScaling = 0.6;

    /// <summary>
    /// The smallest dimension that the neighbourhoods allow and the generators found with it sweep out, Eq. (G12); where there is none, as on a
    /// level set larger than its orbits, the dimension with the largest gap. Null when the neighbourhoods show no dimension.
    /// </summary>
    /// <param name="unit">The points about the fixed point, with their place among the orbits.</param>
    /// <param name="constraint">How a normal vector constrains a generator.</param>
    /// <param name="options">Dimensions, neighbourhoods and slabs.</param>
    /// <param name="seed">Where the isotropic noise comes from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static LiePcaOrbit? Of((int Number, PointCloud Points) unit, TangencyConstraint constraint, LiePcaOptions options, Seed seed, Execution execution)
    {
        var tree = PointTree.Build(unit.Points);
        var scaling = LocalDimension.Scaling(unit.Points, tree);
        var candidates = LocalDimension.Candidates(unit.Points, tree, options, seed)
            .Where(local => options.OrbitDimension is not null || scaling >= LowestScaling * local.Dimension)
            .Select(local => SweptDimension.Of(unit.Points, tree, local, constraint))
            .ToArray();
        if (Choose(candidates, options) is not { } chosen)
        {
            return null;
        }

        var d = unit.Points.Dimension;
        var form = TangencyForm.Of(unit.Points, tree, chosen.Local, constraint, options.Slabs, execution);
        return new(unit.Number, chosen.Local, form, RandomValue(d, chosen.Local, constraint), chosen.Swept);
    }

    /// <summary>The mean of |P A x|^2 over matrices A of norm 1 when normal spaces are random.</summary>
    public static double RandomValue(int dimension, LocalDimension local, TangencyConstraint constraint) =>
        (dimension - local.Dimension) / ((double)dimension * constraint.FieldDimension);

    private static SweptDimension? Choose(SweptDimension[] candidates, LiePcaOptions options)
    {
        var confirmed = candidates.Where(candidate => candidate.Swept == candidate.Local.Dimension).ToArray();
        if (confirmed.Length > 0)
        {
            // Of several that give as many generators as the smallest, the one that sets them apart best.
            return confirmed.Where(candidate => candidate.Generators == confirmed[0].Generators).MaxBy(candidate => candidate.Rise);
        }

        return candidates.Where(candidate => options.OrbitDimension is not null || candidate.Local.Gap > LocalDimension.PlainGap).MaxBy(candidate => candidate.Local.Gap);
    }
}
