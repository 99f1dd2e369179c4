using System.Runtime.Intrinsics;
using Noether.Numerics;

namespace Noether.Tests.Numerics;

public static class LaneTransposeTests
{
    [Fact]
    public static void Rows_become_columns_with_and_without_shuffles()
    {
        var from = Enumerable.Range(0, 8).Select(row => Vector256.Create([.. Enumerable.Range(0, 8).Select(lane => (float)((8 * row) + lane))])).ToArray();
        var (shuffled, plain) = (new Vector256<float>[8], new Vector256<float>[8]);

        LaneTranspose.Eight(from, shuffled);
        LaneTranspose.Plain(from, plain);

        for (var i = 0; i < 64; i++)
        {
            Assert.Equal((8 * (i % 8)) + (i / 8), shuffled[i / 8][i % 8]);
        }

        Assert.Equal(plain, shuffled);
    }
}
