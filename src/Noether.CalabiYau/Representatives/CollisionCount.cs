using System.IO.Hashing;
using System.Runtime.InteropServices;
using Noether.CalabiYau.Lists;
using Noether.Numerics;

namespace Noether.CalabiYau.Representatives;

/// <summary>How well inputs tell representatives apart.</summary>
/// <param name="Matrices">The number of inputs.</param>
/// <param name="DistinctInputs">The number of different inputs.</param>
/// <param name="SharedByLabels">Inputs that occur with several labels.</param>
/// <param name="SharedByHodgeNumbers">Inputs that occur with several pairs of Hodge numbers: what no classifier can get right.</param>
/// <param name="MatricesWithSharedHodgeNumbers">The number of matrices with such inputs.</param>
public sealed record CollisionCount(int Matrices, int DistinctInputs, int SharedByLabels, int SharedByHodgeNumbers, int MatricesWithSharedHodgeNumbers)
{
    /// <summary>Counts equal input vectors.</summary>
    /// <param name="records">The entry of each input.</param>
    /// <param name="inputs">The inputs, shape [n, d].</param>
    /// <param name="grid">Values that round to the same multiple of this number count as equal; allows for rounding in the inputs.</param>
    public static CollisionCount Of(IReadOnlyList<CicyRecord> records, SingleMatrix inputs, float grid)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(grid);
        var groups = new Dictionary<UInt128, InputGroup>();
        var rounded = new int[inputs.Columns];
        for (var i = 0; i < inputs.Rows; i++)
        {
            var row = inputs.Row(i);
            for (var k = 0; k < rounded.Length; k++)
            {
                rounded[k] = (int)MathF.Round(row[k] / grid);
            }

            var key = XxHash128.HashToUInt128(MemoryMarshal.AsBytes<int>(rounded));
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out var exists);
            group = exists ? group.With(records[i]) : new(records[i], 1, false, false);
        }

        return new(
            inputs.Rows,
            groups.Count,
            groups.Values.Count(group => group.ManyLabels),
            groups.Values.Count(group => group.ManyHodgeNumbers),
            groups.Values.Where(group => group.ManyHodgeNumbers).Sum(group => group.Count));
    }

    private readonly record struct InputGroup(CicyRecord First, int Count, bool ManyLabels, bool ManyHodgeNumbers)
    {
        public InputGroup With(CicyRecord record) => this with
        {
            Count = Count + 1,
            ManyLabels = ManyLabels || record.Label != First.Label,
            ManyHodgeNumbers = ManyHodgeNumbers || (record.Topology.H11, record.Topology.H21) != (First.Topology.H11, First.Topology.H21),
        };
    }
}
