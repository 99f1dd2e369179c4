using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Noether.Learning.Steps;

/// <summary>One step of Adam on some weights, Eq. (L8).</summary>
/// <param name="Rate">The learning rate with the first moment's correction, alpha / (1 - beta1^t).</param>
/// <param name="Correction">The second moment's correction under the root, 1 / sqrt(1 - beta2^t).</param>
internal readonly record struct AdamKernel(float Rate, float Correction)
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.999f;
    private const float Epsilon = 1e-8f;

    // A first moment below this moves no weight, but on its way to zero it would pass through subnormal numbers, which some processors handle very slowly.
    private const float Negligible = 1e-30f;

    /// <summary>What the penalty adds to the gradient per weight: twice the penalty, Eq. (L3).</summary>
    public float Decay { get; init; }

    /// <summary>The step number <paramref name="step"/>, counted from 1, without a penalty.</summary>
    public static AdamKernel At(int step, double learningRate) =>
        new((float)(learningRate / (1 - Math.Pow(Beta1, step))), (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, step))));

    /// <summary>Moves the weights; all spans are of one length, a multiple of 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(Span<float> weights, ReadOnlySpan<float> gradient, Span<float> first, Span<float> second)
    {
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradient)[..w.Length];
        var m = MemoryMarshal.Cast<float, Vector<float>>(first)[..w.Length];
        var v = MemoryMarshal.Cast<float, Vector<float>>(second)[..w.Length];
        var (rate, correction, decay, negligible) = (new Vector<float>(Rate), new Vector<float>(Correction), new Vector<float>(Decay), new Vector<float>(Negligible));
        var epsilon = new Vector<float>(Epsilon);
        for (var i = 0; i < w.Length; i++)
        {
            var slope = g[i] + (decay * w[i]);
            var mean = (Beta1 * m[i]) + ((1 - Beta1) * slope);
            mean = Vector.ConditionalSelect(Vector.GreaterThan(Vector.Abs(mean), negligible), mean, Vector<float>.Zero);
            var square = (Beta2 * v[i]) + ((1 - Beta2) * (slope * slope));
            m[i] = mean;
            v[i] = square;
            w[i] -= rate * mean / ((Vector.SquareRoot(square) * correction) + epsilon);
        }
    }
}
