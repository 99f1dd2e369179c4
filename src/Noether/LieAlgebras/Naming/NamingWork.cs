namespace Noether.LieAlgebras.Naming;

/// <summary>How many multiplications naming takes at worst: its loops have bounds, so that this is known before it begins, Eq. (A10).</summary>
internal static class NamingWork
{
    /// <summary>Products with the derivative of the closure, over all Newton steps of three closures: of the span, in orthogonal coordinates, and of a compact rival.</summary>
    private const double ClosureProducts = 2160;

    /// <summary>Products with the map whose kernel is the commutant.</summary>
    private const double CommutantProducts = 400;

    /// <summary>How often the directions outside a span are asked for.</summary>
    private const double Extensions = 2;

    /// <summary>Multiplications of a symmetric eigenproblem, per cube of its size.</summary>
    private const double EigenCube = 10;

    /// <summary>Share of the limit that may go into generators that the given ones only generate.</summary>
    private const double ConsequenceShare = 0.01;

    /// <summary>The multiplications for m generators of n x n: commutators of all pairs in the closure, the commutants of the adjoint and of the given action, and what commutators add to the span.</summary>
    public static double Of(int m, int n) =>
        (ClosureProducts * 4 * m * m * Math.Pow(n, 3)) + (CommutantProducts * 2 * m * (Math.Pow(m, 3) + Math.Pow(n, 3))) + (Extensions * Outside(m * (m - 1) / 2.0, (double)n * n));

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
