using CsCheck;
using Noether.Neighbours;

namespace Noether.Tests.Neighbours;

public static class LanePackingTests
{
    [Fact]
    public static void The_chosen_of_sixteen_numbers_come_out_in_order_with_their_points() =>
        Gen.Select(Gen.Float[-9, 9].Array[16], Gen.UInt[0, 0xFFFF], Gen.Int[0, 1_000_000]).Sample((numbers, chosen, firstPoint) =>
        {
            var (packed, points) = (new float[16], new int[16]);

            var count = LanePacking.Pack(ref numbers[0], chosen, firstPoint, packed, points);

            var lanes = Enumerable.Range(0, 16).Where(lane => (chosen >> lane & 1) == 1).ToArray();
            Assert.Equal(lanes.Select(lane => numbers[lane]), packed[..count]);
            Assert.Equal(lanes.Select(lane => firstPoint + lane), points[..count]);
        });
}
