namespace Noether.Numerics;

/// <summary>The B-spline of degree 5 on nodes at whole numbers: a bump of area 1 that is 0 outside (-3, 3).</summary>
internal static class QuinticSpline
{
    /// <summary>Nodes with a weight at any place.</summary>
    public const int Support = 6;

    /// <summary>Weights of the six nodes around a place, and their derivatives by the place.</summary>
    /// <param name="fraction">How far the place lies behind its third node, 0 to 1.</param>
    /// <param name="weights">Filled with the weights, which add up to 1. Shape [6].</param>
    /// <param name="slopes">Filled with the derivatives, which add up to 0. Shape [6].</param>
    public static void Weigh(double fraction, Span<double> weights, Span<double> slopes)
    {
        weights[0] = 1 - fraction;
        weights[1] = fraction;
        for (var degree = 2; degree < Support; degree++)
        {
            if (degree == Support - 1)
            {
                Differences(weights, slopes);
            }

            Raise(fraction, degree, weights);
        }
    }

    /// <summary>The sum over nodes of the spline's values times exp(-i angle node): what turns values at the nodes into coefficients. At least 2/15.</summary>
    public static double Transform(double angle) => (66 + (52 * Math.Cos(angle)) + (2 * Math.Cos(2 * angle))) / 120;

    // From the weights of one degree to those of the next, by the recursion of de Boor.
    private static void Raise(double fraction, int degree, Span<double> weights)
    {
        weights[degree] = fraction * weights[degree - 1] / degree;
        for (var node = degree - 1; node > 0; node--)
        {
            weights[node] = (((fraction + degree - node) * weights[node - 1]) + ((node + 1 - fraction) * weights[node])) / degree;
        }

        weights[0] = (1 - fraction) * weights[0] / degree;
    }

    // The derivative of a spline is the difference of two splines of the degree below.
    private static void Differences(Span<double> weights, Span<double> slopes)
    {
        slopes[0] = -weights[0];
        for (var node = 1; node < Support - 1; node++)
        {
            slopes[node] = weights[node - 1] - weights[node];
        }

        slopes[Support - 1] = weights[Support - 2];
    }
}
