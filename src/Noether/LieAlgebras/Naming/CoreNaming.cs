using Noether.LieAlgebras.Actions;
using Noether.LieAlgebras.Structure;
using Noether.Numerics;

namespace Noether.LieAlgebras.Naming;

/// <summary>Names an algebra that is no direct sum with a semisimple or an abelian one: by its nilradical N and by what acts on N / [N, N].</summary>
internal static class CoreNaming
{
    /// <summary>The name and the simple ideals of what acts; null when these cannot be told at this noise.</summary>
    /// <param name="constants">The structure constants in an orthonormal basis.</param>
    /// <param name="noise">Standard error of a structure constant.</param>
    /// <param name="reading">How to take what noise leaves open, and the bound on the work.</param>
    public static (Factor Factor, ImmutableArray<SimpleIdeal> Ideals)? Name(StructureConstants constants, double noise, Reading reading)
    {
        var m = constants.Dimension;
        var radical = AlgebraSubspaces.Radical(constants, noise);
        var nilradical = Nilradical.Of(constants, radical, noise);
        if (nilradical.Dimension == m)
        {
            return Nilpotent(constants, noise) is { } nilpotent ? (nilpotent, []) : null;
        }

        var inner = AlgebraSubspaces.Bracket(constants, nilradical, nilradical, noise);
        var moved = Difference(nilradical, inner);
        if (moved.Dimension == 0)
        {
            return null;
        }

        var acting = Acting(constants, nilradical, moved);
        if (acting.IsEmpty || AlgebraIdentification.Identify(acting, new() { StandardErrors = [noise], WorkLimit = reading.WorkLimit }, reading.Seed.For("acting"), reading.Execution) is not AlgebraIdentification.Unique(var algebra))
        {
            return null;
        }

        var faithful = algebra.Dimension == m - nilradical.Dimension;
        var known = inner.Dimension == 0 && faithful ? MotionNames.Of(algebra, acting, noise) : null;
        if (known is { } names)
        {
            return (new Factor(names[0], names.RemoveAt(0), m), algebra.Ideals);
        }

        var parts = Remainder(constants, algebra, radical, noise);
        return GalileiNames.Of(constants, algebra, noise) is { } galilei
            ? (new Factor(galilei, [parts], m), algebra.Ideals)
            : (new Factor(parts, [], m), algebra.Ideals);
    }

    /// <summary>A nilpotent algebra; null when its lower central series does not end with zero at this noise.</summary>
    private static Factor? Nilpotent(StructureConstants constants, double noise)
    {
        var series = AlgebraSubspaces.LowerCentralSeries(constants, noise);
        var m = constants.Dimension;
        if (series[^1] > 0)
        {
            return null;
        }

        return series is [_, 1, 0] && AlgebraSubspaces.Centre(constants, noise).Dimension == 1
            ? new Factor($"h({m})", [$"heisenberg({m})"], m)
            : new Factor($"nilpotent({string.Join(',', series.Where(dimension => dimension > 0))})", [], m);
    }

    /// <summary>Levi part and radical by name and dimensions, such as "so(3)|R^6" or "solvable(3,2)".</summary>
    private static string Remainder(StructureConstants constants, IdentifiedAlgebra acting, Subspace radical, double noise)
    {
        var dimensions = Dimensions(constants, radical, noise);
        var solvable = dimensions.Length == 1 ? $"R^{dimensions[0]}" : $"solvable({string.Join(',', dimensions)})";
        var levi = Factor.Sum(acting.Ideals.Select(ideal => new Factor(ideal.Name, [], ideal.Dimension)));
        return levi.Length == 0 ? solvable : $"{levi}|{solvable}";
    }

    /// <summary>The dimensions of the radical's derived series.</summary>
    private static ImmutableArray<int> Dimensions(StructureConstants constants, Subspace radical, double noise)
    {
        var dimensions = ImmutableArray.CreateBuilder<int>();
        for (var last = radical; last.Dimension > 0 && (dimensions.Count == 0 || last.Dimension < dimensions[^1]); last = AlgebraSubspaces.Bracket(constants, last, last, noise))
        {
            dimensions.Add(last.Dimension);
        }

        return dimensions.ToImmutable();
    }

    /// <summary>The matrices by which a complement of the nilradical acts on N / [N, N].</summary>
    private static ImmutableArray<Matrix> Acting(StructureConstants constants, Subspace nilradical, Subspace moved)
    {
        var (outside, rows) = (nilradical.Complement(), moved.Rows());
        return [.. Enumerable.Range(0, outside.Dimension).Select(k => rows * constants.Adjoint(outside[k].AsSpan()) * rows.Transposed)];
    }

    /// <summary>The orthogonal complement of one subspace inside another.</summary>
    private static Subspace Difference(Subspace whole, Subspace part)
    {
        var rows = part.Dimension == 0 ? [] : Enumerable.Range(0, part.Dimension).Select(k => part[k].ToArray());
        var outside = Subspace.Span(whole.Ambient, rows.Concat(Enumerable.Range(0, whole.Ambient - whole.Dimension).Select(k => whole.Complement()[k].ToArray())), Half);
        return outside.Complement();
    }

    /// <summary>Orthonormal vectors have singular values next to 0 or 1.</summary>
    private const double Half = 0.5;
}
