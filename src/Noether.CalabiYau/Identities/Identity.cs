using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Identities;

/// <summary>A rule by which two configuration matrices describe the same manifolds, applied to a part of a matrix.</summary>
/// <remarks>Forward is the direction that makes matrices smaller (where there is one), backward the other. Every result is valid and has the same Euler number.</remarks>
public abstract class Identity
{
    private protected Identity()
    {
    }

    /// <summary>The short name, such as B or A2.</summary>
    public abstract string Name { get; }

    /// <summary>What is equal to what, in a line.</summary>
    public abstract string Statement { get; }

    /// <summary>Whether the forward direction makes matrices smaller, so that applying it comes to an end.</summary>
    public virtual bool ForwardShrinks => true;

    /// <summary>All results of applying the identity once in the forward direction, one for each place where it applies; they may agree up to order.</summary>
    public ImmutableArray<ConfigurationMatrix> Forward(ConfigurationMatrix matrix) => Results(matrix, Direction.Forward);

    /// <summary>All results of applying the identity once in the backward direction, one for each place where it applies; they may agree up to order.</summary>
    /// <exception cref="InvalidDataException">A column has too many splittings to list them for A1, A2, ...; the message names it.</exception>
    public ImmutableArray<ConfigurationMatrix> Backward(ConfigurationMatrix matrix) => Results(matrix, Direction.Backward);

    /// <summary>By how much the backward direction raises the dimension of the ambient space, and with it the number of equations.</summary>
    private protected virtual int Growth => 1;

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

    /// <summary>Appends every place where the identity applies; none where the result would exceed <see cref="ConfigurationMatrix.MaxAmbientDimension"/>.</summary>
    internal void Find(ConfigurationMatrix matrix, Direction direction, List<Move> moves)
    {
        if (direction == Direction.Forward || matrix.Dimension + matrix.Columns + Growth <= ConfigurationMatrix.MaxAmbientDimension)
        {
            FindPlaces(matrix, direction, moves);
        }
    }

    /// <summary>Appends every place where the identity applies, whatever the size of the result.</summary>
    private protected abstract void FindPlaces(ConfigurationMatrix matrix, Direction direction, List<Move> moves);

    /// <summary>The result of a move that <see cref="Find"/> listed for this matrix.</summary>
    internal abstract ConfigurationMatrix Apply(ConfigurationMatrix matrix, Move move);

    private ImmutableArray<ConfigurationMatrix> Results(ConfigurationMatrix matrix, Direction direction)
    {
        var moves = new List<Move>();
        Find(matrix, direction, moves);
        return [.. moves.Select(move => Apply(matrix, move))];
    }
}
