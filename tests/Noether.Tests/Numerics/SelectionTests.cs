using CsCheck;
using Noether.Numerics;

namespace Noether.Tests.Numerics;

public static class SelectionTests
{
    [Fact]
    public static void The_smallest_keys_come_first_with_their_items() =>
        (from keys in Gen.Int[0, 9].Array[1, 60]
         from count in Gen.Int[1, keys.Length]
         select (keys, count)).Sample(x =>
        {
            var keys = x.keys.Select(key => (float)key).ToArray();
            var items = Enumerable.Range(0, keys.Length).ToArray();

            Selection.Partition<float>(keys, items, x.count);

            Assert.Equal(x.keys.Order().Take(x.count).Select(key => (float)key), keys.Take(x.count).Order());
            Assert.Equal(items.Select(item => (float)x.keys[item]), keys);
            Assert.Equal(Enumerable.Range(0, keys.Length), items.Order());
        });
}
