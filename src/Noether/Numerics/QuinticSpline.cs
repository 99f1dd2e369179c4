namespace Noether.Numerics;

/// <summary>The B-spline of degree 5 on nodes at whole numbers: a bump of area 1 that is 0 outside (-3, 3).</summary>
internal static class QuinticSpline
{
    /// <summary>Nodes with a weight at any place.</summary>
    public const int Support = 6;

    /// <summary>Weights of the six nodes around a place.</summary>
    /// <param name="fraction">How far the place lies behind its third node, 0 to 1.</param>
    /// <param name="weights">Filled with the weights, which add up to 1. Shape [6].</param>
    public static void Weigh(float fraction, Span<float> weights)
    {
        weights[0] = 1 - fraction;
        weights[1] = fraction;
        for (var degree = 2; degree < Support; degree++)
        {
            // From the weights of one degree to those of the next, by the recursion of de Boor.
            var reciprocal = 1f / degree;
            weights[degree] = reciprocal * fraction * weights[degree - 1];
            for (var node = degree - 1; node > 0; node--)
            {
                weights[node] = reciprocal * (((fraction + degree - node) * weights[node - 1]) + ((node + 1 - fraction) * weights[node]));
            }

            weights[0] *= reciprocal * (1 - fraction);
        }
    }

    /// <summary>The sum over nodes of the spline's values times exp(-i angle node): what turns values at the nodes into coefficients. At least 2/15.</summary>
    public static double Transform(double angle) => (66 + (52 * Math.Cos(angle)) + (2 * Math.Cos(2 * angle))) / 120;
}
