using Noether.LieAlgebras.Actions;
using Noether.LieAlgebras.Closing;
using Noether.LieAlgebras.Structure;

namespace Noether.LieAlgebras.Naming;

/// <summary>How many multiplications naming takes at worst, in leading terms: its loops have bounds, so that this is known before it begins, Eq. (A10).</summary>
internal static class NamingWork
{
    /// <summary>Readings of a structure that noise leaves open: two of the likeliest, and one of each that other levels of noise show.</summary>
    private const double Readings = 4;

    /// <summary>Closures: of the span, in orthogonal coordinates, of a compact rival, and of a semisimple summand in each reading.</summary>
    private const double Closures = 3 + Readings;

    /// <summary>Searches for an invariant form: for the span, for a rival, and for the centre and for what turns in it, in each reading and the rival's.</summary>
    private const double Forms = 2 + (2 * (Readings + 1));

    /// <summary>How often the directions outside a span are asked for.</summary>
    private const double Extensions = 2;

    /// <summary>Multiplications of a symmetric eigenproblem, per cube of its size.</summary>
    private const double EigenCube = 10;

    /// <summary>Share of the limit that may go into generators that the given ones only generate.</summary>
    private const double ConsequenceShare = 0.01;

    /// <summary>The multiplications for m generators of n x n: commutators of all pairs and their projections in the closures, centroids, commutants, invariant forms, and what commutators add to the span.</summary>
    public static double Of(int m, int n)
    {
        var (cube, square) = (Math.Pow(n, 3), (double)n * n);
        var closing = ((Closures * Closure.MostProducts) + Closure.ControlProducts) * m * m * ((4 * cube) + (3 * m * square));
        var splitting = (Readings + 1) * Commutant.Products * 4 * m * (Math.Pow(m, 3) + (RealIrreps.Draws * cube));
        var turning = Forms * InvariantForm.MostProducts * 4 * m * cube;
        return closing + splitting + turning + (Extensions * Outside(m * (m - 1) / 2.0, square));
    }

    /// <summary>The smaller Gram matrix of the commutators of all pairs, and its eigenvectors.</summary>
    private static double Outside(double pairs, double entries)
    {
        var (small, large) = (Math.Min(pairs, entries), Math.Max(pairs, entries));
        return (small * small * large) + (EigenCube * Math.Pow(small, 3));
    }

    /// <summary>Whether a span can be named within a limit.</summary>
    public static bool Fits(GeneratorSpan span, double limit) => Of(span.Dimension, span.Size) <= limit;

    /// <summary>Whether what a span generates may be looked into as well.</summary>
    public static bool FitsBesides(GeneratorSpan generated, double limit) => Fits(generated, ConsequenceShare * limit);
}
