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
        if (Semisimple(span, semisimple, reading) is not { } summand || Abelian(span, structure, reading) is not { } abelian)
        {
            return null;
        }

        var split = Subspace.Span(span.Dimension, Vectors(semisimple).Concat(Vectors(abelian.Space)), RootLength);
        if (constants.Quotient(split) is not { } core || CoreNaming.Name(core, noise, reading) is not { } named)
        {
            return null;
        }

        ImmutableArray<Factor> factors = [.. summand.Factors, named.Factor, .. abelian.Factors];
        return new()
        {
            Name = Factor.Sum(factors),
            Aliases = [.. from alias in named.Factor.Aliases select Factor.Sum([.. summand.Factors, named.Factor with { Name = alias }, .. abelian.Factors])],
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
            ? ([new Factor(algebra.Name, algebra.Aliases, algebra.Dimension)], algebra.Ideals)
            : null;
    }

    /// <summary>The part of the centre outside the derived algebra.</summary>
    private static (ImmutableArray<Factor> Factors, Subspace Space)? Abelian(GeneratorSpan span, AlgebraStructure structure, Reading reading)
    {
        var derived = structure.Derived;
        var outside = Vectors(structure.Centre).Where(vector => derived.DistanceTo(vector) > RootLength);
        var space = Subspace.Span(span.Dimension, outside, RootLength);
        if (space.Dimension == 0)
        {
            return ([], space);
        }

        return CentreAction.Of(Orthonormal.Combined(span.Basis, space.Rows()), [], span, reading) is { } action
            ? ([.. action.Turns.Select(_ => new Factor("u(1)", [], 1)), .. action.Others.Select(_ => new Factor("R", [], 1))], space)
            : null;
    }

    private static IEnumerable<double[]> Vectors(Subspace space) => Enumerable.Range(0, space.Dimension).Select(k => space[k].ToArray());
}
