using Noether.Numerics;

namespace Noether.Learning.Exchange;

/// <summary>A tensor of a network under the name by which files know it.</summary>
/// <param name="Name">Such as hidden.0.kernel.</param>
/// <param name="Values">Its numbers; a vector is a matrix of one row.</param>
/// <param name="IsVector">Whether its shape is [columns] and not [rows, columns].</param>
internal sealed record NamedTensor(string Name, SingleMatrix Values, bool IsVector)
{
    /// <summary>The lengths of its axes.</summary>
    public ImmutableArray<int> Shape => IsVector ? [Values.Columns] : [Values.Rows, Values.Columns];
}
