namespace Noether.Generators;

/// <summary>How the coordinates of a point are divided into vectors that one transformation moves together.</summary>
public sealed record FieldLayout
{
    /// <summary>One vector: all coordinates.</summary>
    public static FieldLayout Single { get; } = new(1);

    /// <summary>Vectors of equal length, one after the other.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="conjugate">Which of them, counted from 0, are in the conjugate representation: moved by -A' where the others are moved by A.</param>
    /// <exception cref="ArgumentException">A conjugate field does not exist.</exception>
    public FieldLayout(int count, params ImmutableArray<int> conjugate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Conjugate = conjugate.IsDefault ? [] : conjugate;
        foreach (var field in Conjugate)
        {
            if (field < 0 || field >= count)
            {
                throw new ArgumentException($"Field {field} was called conjugate; there are {count} fields, counted from 0.", nameof(conjugate));
            }
        }

        Count = count;
    }

    /// <summary>The number of vectors.</summary>
    public int Count { get; }

    /// <summary>The fields in the conjugate representation.</summary>
    public ImmutableArray<int> Conjugate { get; }

    /// <summary>The length of one vector.</summary>
    /// <param name="dimension">Coordinates of a point.</param>
    /// <exception cref="ArgumentException">The coordinates cannot be divided evenly.</exception>
    public int DimensionOf(int dimension) =>
        dimension % Count == 0
            ? dimension / Count
            : throw new ArgumentException($"{Count} fields of equal length need a multiple of {Count} coordinates; the points have {dimension}.", nameof(dimension));
}
