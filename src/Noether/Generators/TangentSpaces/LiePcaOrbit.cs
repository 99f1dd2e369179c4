using Noether.Generators.Neighbourhoods;

namespace Noether.Generators.TangentSpaces;

/// <summary>One orbit with the dimension that suits it.</summary>
/// <param name="Source">Its points.</param>
/// <param name="Local">Dimension and neighbourhoods.</param>
/// <param name="Form">Its tangency form.</param>
/// <param name="Random">What the form is on a matrix of norm 1 that knows nothing of the tangent spaces.</param>
/// <param name="Swept">Dimension of what the orbit's own generators sweep out; 0 without any.</param>
internal sealed record LiePcaOrbit(OrbitCandidates Source, LocalDimension Local, TangencyForm Form, double Random, int Swept)
{
    // The estimate from distances is up to a third low where the space is large; below that the points are too few to fill the dimension.
    public const double LowestScaling = 0.6;

    /// <summary>Takes an orbit to have some dimension.</summary>
    /// <param name="source">Its points.</param>
    /// <param name="chosen">The dimension.</param>
    /// <param name="setting">The coordinates of generators, options and threads.</param>
    public static LiePcaOrbit Of(OrbitCandidates source, SweptDimension chosen, LiePcaSetting setting)
    {
        var form = TangencyForm.Of(source.Points, source.Tree, chosen.Local, setting);
        return new(source, chosen.Local, form, RandomValue(source.Points.Dimension, chosen.Local, setting.Constraint), chosen.Swept);
    }

    /// <summary>The mean of |P A x|^2 over matrices A of norm 1 when normal spaces are random.</summary>
    public static double RandomValue(int dimension, LocalDimension local, TangencyConstraint constraint) =>
        (dimension - local.Dimension) / ((double)dimension * constraint.FieldDimension);
}
