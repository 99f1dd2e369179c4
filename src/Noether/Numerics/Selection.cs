using System.Numerics;

namespace Noether.Numerics;

/// <summary>Selection of the smallest keys without sorting all of them (Hoare's algorithm).</summary>
internal static class Selection
{
    /// <summary>Reorders keys, and the items beside them, so that the <paramref name="count"/> smallest keys come first, in no particular order.</summary>
    /// <param name="keys">Numbers to compare, none of them NaN. Shape [n].</param>
    /// <param name="items">Carried along with the keys. Shape [n].</param>
    /// <param name="count">How many, 1 to n.</param>
    /// <remarks>Cost O(n) on average. The result depends on the input alone.</remarks>
    public static void Partition<T>(Span<T> keys, Span<int> items, int count)
        where T : struct, INumber<T>
    {
        var (low, high) = (0, keys.Length - 1);
        while (low < high)
        {
            var (i, j) = Split(keys, items, low, high);
            if (count - 1 <= j)
            {
                high = j;
            }
            else if (count - 1 >= i)
            {
                low = i;
            }
            else
            {
                return;
            }
        }
    }

    // Afterwards keys[low..j] <= pivot <= keys[i..high]. Equal keys are exchanged too: many equal keys then split in the middle.
    private static (int I, int J) Split<T>(Span<T> keys, Span<int> items, int low, int high)
        where T : struct, INumber<T>
    {
        var pivot = MedianOfThree(keys[low], keys[low + ((high - low) >> 1)], keys[high]);
        var (i, j) = (low, high);
        while (i <= j)
        {
            while (keys[i] < pivot)
            {
                i++;
            }

            while (keys[j] > pivot)
            {
                j--;
            }

            if (i <= j)
            {
                (keys[i], keys[j]) = (keys[j], keys[i]);
                (items[i], items[j]) = (items[j], items[i]);
                i++;
                j--;
            }
        }

        return (i, j);
    }

    private static T MedianOfThree<T>(T a, T b, T c)
        where T : struct, INumber<T> => T.Max(T.Min(a, b), T.Min(T.Max(a, b), c));
}
