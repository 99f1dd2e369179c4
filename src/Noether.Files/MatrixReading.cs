namespace Noether.Files;

/// <summary>What a user says about matrices in a file.</summary>
public sealed record MatrixReading
{
    /// <summary>Nothing: complex matrices that are all Hermitian mean i times themselves, others are taken as they are.</summary>
    public static MatrixReading Default { get; } = new();

    /// <summary>
    /// Whether matrices H stand for the generators iH, as Hamiltonians do. Default null: yes if they are complex and all Hermitian.
    /// </summary>
    public bool? Hermitian { get; init; }

    /// <summary>Whether the span over the complex numbers is meant: with each matrix A, iA belongs to it. Default false.</summary>
    public bool OverComplex { get; init; }
}
