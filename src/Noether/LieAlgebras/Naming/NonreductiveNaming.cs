using Noether.LieAlgebras.Actions;
using Noether.LieAlgebras.Closing;
using Noether.LieAlgebras.Structure;

namespace Noether.LieAlgebras.Naming;

/// <summary>Names an algebra whose radical is larger than its centre: splits off semisimple and abelian summands, then names the core by how it acts on its nilradical.</summary>
internal static class NonreductiveNaming
{
    /// <summary>What the algebra is; null when its parts cannot be named at this noise.</summary>
    /// <param name="span">Matrices that close under commutators within noise.</param>
    /// <param name="structure">Their structure.</param>
    /// <param name="reading">How to take what noise leaves open.</param>
    public static IdentifiedAlgebra? Name(GeneratorSpan span, AlgebraStructure structure, Reading reading)
    {
        var (constants, noise) = (structure.Constants, structure.Noise);
        var idle = AlgebraSubspaces.Centraliser(constants, structure.Radical, noise);
        var semisimple = AlgebraSubspaces.Bracket(constants, idle, idle, noise);
        if (Semisimple(span, semisimple, reading) is not { } summand || Turning(span, structure, reading) is not { } turns)
        {
            return null;
        }

        var split = Subspace.Span(span.Dimension, Vectors(semisimple).Concat(Vectors(structure.Abelian)), RootLength);
        if (constants.Quotient(split) is not { } core || CoreNaming.Name(core, noise, reading) is not { } named)
        {
            return null;
        }

        var (name, aliases) = SumNames.Of([.. summand.Factors, named.Factor], turns, structure.Abelian.Dimension - turns);
        return new()
        {
            Name = name,
            Aliases = aliases,
            Dimension = span.Dimension,
            IsCompact = false,
            CentreDimension = structure.Centre.Dimension,
            Ideals = summand.Ideals,
            LeviIdeals = [.. summand.Ideals.Concat(named.Ideals).OrderByDescending(ideal => ideal.Dimension).ThenBy(ideal => ideal.Name, StringComparer.Ordinal)],
        };
    }

    /// <summary>Orthonormal vectors have singular values next to 0 or 1.</summary>
    private const double RootLength = 0.5;

    private static (ImmutableArray<Factor> Factors, ImmutableArray<SimpleIdeal> Ideals)? Semisimple(GeneratorSpan span, Subspace space, Reading reading)
    {
        if (space.Dimension == 0)
        {
            return ([], []);
        }

        var part = new GeneratorSpan(Orthonormal.Combined(span.Basis, space.Rows()), [.. Enumerable.Repeat(span.TypicalNoise, space.Dimension)]);
        var closed = Closure.Of(part, reading.Seed, reading.Execution);
        var zero = Subspace.Span(space.Dimension, [], RootLength);
        return closed.IsClosed && ReductiveNaming.Name(closed.Span, Subspace.Whole(space.Dimension), zero, reading) is { Rivals.IsEmpty: true } algebra
            ? (algebra.Summands, algebra.Ideals)
            : null;
    }

    /// <summary>
    /// How many dimensions of the abelian summand turn planes; null when noise does not decide. What the centre shares with the derived algebra is nilpotent, so that it meets no
    /// turns: the turns of the whole centre are those of the summand, whatever complement stands for it.
    /// </summary>
    private static int? Turning(GeneratorSpan span, AlgebraStructure structure, Reading reading)
    {
        if (structure.Abelian.Dimension == 0)
        {
            return 0;
        }

        var centre = Orthonormal.Combined(span.Basis, structure.Centre.Rows());
        var action = centre.Length > structure.Abelian.Dimension ? CentreAction.WithNilpotents(centre, span, reading) : CentreAction.Of(centre, [], span, reading);
        return action?.Turns.Length <= structure.Abelian.Dimension ? action.Turns.Length : null;
    }

    private static IEnumerable<double[]> Vectors(Subspace space) => Enumerable.Range(0, space.Dimension).Select(k => space[k].ToArray());
}
