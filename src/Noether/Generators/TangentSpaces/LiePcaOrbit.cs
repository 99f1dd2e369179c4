using Noether.Data;
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
    /// <summary>Whether the curvature of its neighbourhoods was taken out along flows, Eq. (G24).</summary>
    public bool IsStraightened { get; init; }

    // The estimate from distances is up to a third low where the space is large; below that the points are too few to fill the dimension.
    public const double LowestScaling = 0.6;

    // Of fewer independent normals than this per coordinate of a generator, the largest value of generators is more than twice their noise: (1 + 6^(-1/2))^2 = 2.0 is where the eigenvalues of
    // a sample covariance end (Marchenko and Pastur).
    private const double NormalsPerCoordinate = 6;

    /// <summary>Whether neighbourhoods overlap so much that the form on generators is itself known only from a few normals.</summary>
    /// <param name="normals">Normals of neighbourhoods that share no points.</param>
    /// <param name="size">The number of coordinates of a generator.</param>
    public static bool AreFew(double normals, int size) => normals < NormalsPerCoordinate * size;

    /// <summary>The number of normals of neighbourhoods that share no points, of an orbit of some number of points.</summary>
    public static double Normals(PointCloud points, LocalDimension local) => (points.Dimension - local.Dimension) * (double)points.Count / local.Neighbours;

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
