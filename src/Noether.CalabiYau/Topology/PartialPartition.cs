namespace Noether.CalabiYau.Topology;

/// <summary>A partition under construction, parts in decreasing order, with its weight so far: D! times the sign over z, Eq. (C4).</summary>
/// <param name="LastPart">The part added last; at the start the largest that may come.</param>
/// <param name="Repeats">How often it has been added.</param>
/// <param name="Weight">D! (-1)^(sum of (part - 1)) / (product of part^multiplicity multiplicity!), always a whole number.</param>
internal readonly record struct PartialPartition(int LastPart, int Repeats, Int128 Weight)
{
    public PartialPartition With(int part)
    {
        var repeats = part == LastPart ? Repeats + 1 : 1;
        var sign = part % 2 == 0 ? -1 : 1;
        return new(part, repeats, sign * Weight / (part * repeats));
    }
}
