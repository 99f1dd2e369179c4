using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Verification;

/// <summary>The box in which samples were taken: what is outside cannot speak for or against a symmetry.</summary>
/// <param name="Lower">Lowest value of each coordinate. Shape [d].</param>
/// <param name="Upper">Highest value of each coordinate. Shape [d].</param>
public sealed record SampledRegion(ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    /// <summary>The smallest box, along the axes, around all points of the clouds.</summary>
    /// <param name="clouds">Clouds in one R^d, at least one point in all.</param>
    /// <exception cref="ArgumentException">There is no point.</exception>
    public static SampledRegion Of(params IReadOnlyList<PointCloud> clouds)
    {
        if (clouds.All(cloud => cloud.Count == 0))
        {
            throw new ArgumentException("A sampled region needs at least one point; got none.", nameof(clouds));
        }

        var lower = Enumerable.Repeat(double.PositiveInfinity, clouds[0].Dimension).ToArray();
        var upper = Enumerable.Repeat(double.NegativeInfinity, clouds[0].Dimension).ToArray();
        foreach (var cloud in clouds)
        {
            for (var i = 0; i < cloud.Count; i++)
            {
                TensorPrimitives.Min(lower, cloud.Row(i), lower);
                TensorPrimitives.Max(upper, cloud.Row(i), upper);
            }
        }

        return new([.. lower], [.. upper]);
    }

    /// <summary>
    /// The box around one orbit, open along axes in which the orbit does not extend: what leaves it there has left the orbit, and not
    /// what was sampled of it.
    /// </summary>
    internal static SampledRegion OfOrbit(PointCloud orbit)
    {
        var box = Of(orbit);
        var flat = Tolerance.SinglePrecision.Relative * Enumerable.Range(0, orbit.Dimension).Max(i => box.Upper[i] - box.Lower[i]);
        return new(
            [.. box.Lower.Select((low, i) => box.Upper[i] - low > flat ? low : double.NegativeInfinity)],
            [.. box.Upper.Select((high, i) => high - box.Lower[i] > flat ? high : double.PositiveInfinity)]);
    }

    /// <summary>Whether a place lies in the box.</summary>
    /// <param name="place">Shape [d].</param>
    public bool Contains(ReadOnlySpan<double> place)
    {
        for (var i = 0; i < place.Length; i++)
        {
            if (!(place[i] >= Lower[i] && place[i] <= Upper[i]))
            {
                return false;
            }
        }

        return true;
    }
}
