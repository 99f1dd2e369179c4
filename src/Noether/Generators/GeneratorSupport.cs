namespace Noether.Generators;

/// <summary>Whether the number of generators rests on the data.</summary>
public enum GeneratorSupport
{
    /// <summary>The data decide the number, which may be none.</summary>
    Decided,

    /// <summary>There are too few points or pairs to tell.</summary>
    CannotTell,
}
