using System.Globalization;
using Noether.Runs;

namespace Noether.Files.Tests;

/// <summary>Damage as files meet it: changed, lost, repeated and foreign bytes, and files that are cut.</summary>
internal static class Mutation
{
    private static readonly byte[] Interesting = [0, 1, 127, 128, 255, (byte)'"', (byte)',', (byte)'\n', (byte)'[', (byte)'{', (byte)'-', (byte)'9'];

    /// <summary>By how much NOETHER_FUZZ multiplies the number of mutated inputs; without it 1, which keeps the tests quick.</summary>
    public static int Scale { get; } = int.TryParse(Environment.GetEnvironmentVariable("NOETHER_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : 1;

    /// <summary>A copy of some bytes with one to six changes.</summary>
    public static byte[] Of(byte[] whole, Seed seed)
    {
        var random = seed.Stream();
        var bytes = whole.ToList();
        for (var change = random.NextIndex(6); change >= 0 && bytes.Count > 0; change--)
        {
            Change(bytes, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, RandomStream random)
    {
        var at = random.NextIndex(bytes.Count);
        switch (random.NextIndex(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.NextIndex(8));
                break;
            case 1:
                bytes[at] = (byte)random.NextIndex(256);
                break;
            case 2:
                bytes[at] = Interesting[random.NextIndex(Interesting.Length)];
                break;
            case 3:
                bytes.Insert(at, Interesting[random.NextIndex(Interesting.Length)]);
                break;
            case 4:
                bytes.RemoveRange(at, Math.Min(1 + random.NextIndex(8), bytes.Count - at));
                break;
            case 5:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(1 + random.NextIndex(16), bytes.Count - at)));
                break;
            default:
                bytes.RemoveRange(at, random.NextIndex(4) == 0 ? bytes.Count - at : 0);
                break;
        }
    }
}
