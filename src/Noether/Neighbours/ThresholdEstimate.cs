using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noether.Numerics;

namespace Noether.Neighbours;

/// <summary>A number that at least so many of given numbers do not exceed, and not many more.</summary>
internal static class ThresholdEstimate
{
    /// <summary>Numbers that the threshold is chosen from: it lets in about one in 64 of all numbers too many.</summary>
    public const int Samples = 64;

    /// <summary>A threshold for the <paramref name="count"/> smallest; their maximum itself where no sample serves.</summary>
    /// <param name="numbers">More than <paramref name="count"/> numbers, none of them NaN.</param>
    /// <param name="count">How many are wanted.</param>
    public static float Of(ReadOnlySpan<float> numbers, int count)
    {
        if (numbers.Length >= 2 * Samples)
        {
            Span<float> samples = stackalloc float[Samples];
            for (var i = 0; i < Samples; i++)
            {
                samples[i] = numbers[(int)((long)i * numbers.Length / Samples)];
            }

            samples.Sort();
            var (low, high) = (0, Samples);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = CountUpTo(numbers, samples[middle]) >= count ? (low, middle) : (middle + 1, high);
            }

            if (low < Samples)
            {
                return samples[low];
            }
        }

        return Largest(numbers, count);
    }

    private static int CountUpTo(ReadOnlySpan<float> numbers, float bar)
    {
        ref var first = ref MemoryMarshal.GetReference(numbers);
        var (bars, counts, i) = (Vector256.Create(bar), Vector256<int>.Zero, 0);
        for (; i <= numbers.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            counts -= Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref first, (nuint)i), bars).AsInt32();
        }

        var count = Vector256.Sum(counts);
        for (; i < numbers.Length; i++)
        {
            count += numbers[i] <= bar ? 1 : 0;
        }

        return count;
    }

    private static float Largest(ReadOnlySpan<float> numbers, int count)
    {
        var keys = numbers.ToArray();
        Selection.Partition<float>(keys, new int[keys.Length], count);
        return keys.AsSpan(0, count).ToArray().Max();
    }
}
