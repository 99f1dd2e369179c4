using System.Numerics.Tensors;

namespace Noether.Generators.Flows;

/// <summary>Flows along which neighbourhoods are straightened before tangent spaces are taken from them, Eq. (G24).</summary>
/// <param name="Field">The flows.</param>
/// <param name="Swept">The dimension m of what they sweep out.</param>
/// <param name="Miss">How far they miss neighbours on the same sheet, about.</param>
internal sealed record Straightening(FlowField Field, int Swept, double Miss)
{
    // A flow that misses by less than this share of the way stays on the sheet, however exact the other flows are.
    private const double SameSheet = 0.03;

    // Misses by noise are spread; twice what is typical is still noise.
    private const double Spread = 2;

    /// <summary>How much a neighbour counts.</summary>
    /// <param name="squaredMiss">How far its flow misses, squared.</param>
    /// <param name="from">The point.</param>
    /// <param name="to">Its neighbour.</param>
    public double Weight(double squaredMiss, ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        var way = SameSheet * TensorPrimitives.Distance(from, to);
        return FlowWeight.Of(Math.Sqrt(squaredMiss), Math.Sqrt((way * way) + (Spread * Spread * Miss * Miss)));
    }
}
