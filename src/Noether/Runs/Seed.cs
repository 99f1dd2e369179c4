using System.IO.Hashing;
using System.Text;

namespace Noether.Runs;

/// <summary>The one source of chance of a run. Each stage derives its own seed by name, so that inserting a stage does not reshuffle the others.</summary>
/// <param name="Value">Any 64-bit number; equal values give equal runs.</param>
public readonly record struct Seed(ulong Value)
{
    /// <summary>The seed of a named stage; different names give independent streams.</summary>
    public Seed For(string stage) => new(XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(stage), unchecked((long)Value)));

    /// <summary>The seed of the <paramref name="index"/>-th item of a stage, so that items can be worked on in any order.</summary>
    public Seed For(int index) => For(string.Create(null, $"#{index}"));

    /// <summary>A new stream of random numbers that starts from this seed.</summary>
    public RandomStream Stream() => new(this);

    /// <inheritdoc/>
    public override string ToString() => string.Create(null, $"{Value}");
}
