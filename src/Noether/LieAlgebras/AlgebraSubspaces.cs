using Noether.Numerics;

namespace Noether.LieAlgebras;

/// <summary>The subspaces that a Lie algebra comes with, found through noise: a singular value is zero when noise alone reaches it, Eq. (A6).</summary>
internal static class AlgebraSubspaces
{
    /// <summary>Noise reaches this many times the largest singular value expected of a large matrix of noise.</summary>
    internal const double NoiseLengths = 1.25;

    /// <summary>The derived algebra [g, g], the span of all commutators.</summary>
    /// <param name="constants">The structure constants.</param>
    /// <param name="noise">Standard error of a structure constant; 0 for an exact algebra.</param>
    public static Subspace Derived(StructureConstants constants, double noise)
    {
        var m = constants.Dimension;
        var squares = SymmetricEigen.Of(Sum(constants, adjoint => adjoint * adjoint.Transposed));
        return Subspace.Upper(squares, m - Below(squares, Threshold(noise, m, m * m)));
    }

    /// <summary>The centre: what commutes with everything.</summary>
    /// <inheritdoc cref="Derived"/>
    public static Subspace Centre(StructureConstants constants, double noise)
    {
        var m = constants.Dimension;
        var squares = SymmetricEigen.Of(Sum(constants, adjoint => adjoint.Transposed * adjoint));
        return Subspace.Lower(squares, Below(squares, Threshold(noise, m, m * m)));
    }

    /// <summary>The radical, the largest solvable ideal: what is orthogonal to the derived algebra under the Killing form.</summary>
    /// <inheritdoc cref="Derived"/>
    public static Subspace Radical(StructureConstants constants, double noise)
    {
        var m = constants.Dimension;
        var derived = Derived(constants, noise);
        if (derived.Dimension == 0)
        {
            return derived.Complement();
        }

        var conditions = derived.Rows() * constants.KillingForm();
        var squares = SymmetricEigen.Of(conditions.Transposed * conditions);
        return Subspace.Lower(squares, Below(squares, KillingThreshold(constants, noise)));
    }

    /// <summary>A complement, within the centre, of what it shares with the derived algebra: the directions that leave the derived algebra by more than both are off by noise.</summary>
    /// <param name="constants">The structure constants.</param>
    /// <param name="centre">The centre.</param>
    /// <param name="derived">The derived algebra.</param>
    /// <param name="noise">Standard error of a structure constant; 0 for an exact algebra.</param>
    public static Subspace Outside(StructureConstants constants, Subspace centre, Subspace derived, double noise)
    {
        var m = constants.Dimension;
        if (centre.Dimension is 0 || centre.Dimension == m || derived.Dimension == 0)
        {
            return centre;
        }

        if (derived.Dimension == m)
        {
            return Subspace.Span(m, [], LargestAngle);
        }

        var sines = derived.Complement().Rows() * centre.Rows().Transposed;
        var squares = SymmetricEigen.Of(sines.Transposed * sines);
        var error = Threshold(noise, m, m * m) * ((1 / Least(constants, derived, adjoint => adjoint * adjoint.Transposed)) + (1 / Least(constants, centre.Complement(), adjoint => adjoint.Transposed * adjoint)));
        var angle = Math.Clamp(error, Math.Sqrt(Tolerance.Rounding.Absolute), LargestAngle);
        var outside = Subspace.Upper(squares, squares.Values.Count(value => value > angle * angle));
        return Subspace.Span(m, outside.Dimension == 0 ? [] : Enumerable.Range(0, outside.Dimension).Select(k => (outside.Rows() * centre.Rows()).Row(k).ToArray()), LargestAngle);
    }

    /// <summary>A sine beyond which a direction leaves a subspace whatever the noise; orthonormal vectors have singular values next to 0 or 1.</summary>
    private const double LargestAngle = 0.5;

    /// <summary>The smallest singular value that belongs to a subspace: noise over it is the angle by which the subspace is off.</summary>
    private static double Least(StructureConstants constants, Subspace subspace, Func<Matrix, Matrix> square)
    {
        var rows = subspace.Rows();
        return Math.Sqrt(SymmetricEigen.Of(rows * Sum(constants, square) * rows.Transposed).Values[0]);
    }

    /// <summary>The span of [x, y] for x in one subspace and y in another.</summary>
    /// <param name="constants">The structure constants.</param>
    /// <param name="first">Where x comes from.</param>
    /// <param name="second">Where y comes from.</param>
    /// <param name="noise">Standard error of a structure constant; 0 for an exact algebra.</param>
    public static Subspace Bracket(StructureConstants constants, Subspace first, Subspace second, double noise)
    {
        var brackets = from a in Enumerable.Range(0, first.Dimension) from b in Enumerable.Range(0, second.Dimension) select constants.Bracket(first[a].AsSpan(), second[b].AsSpan());
        double[][] rows = [new double[constants.Dimension], .. brackets];
        var matrix = Matrix.FromRows(rows);
        var squares = SymmetricEigen.Of(matrix.Transposed * matrix);
        return Subspace.Upper(squares, constants.Dimension - Below(squares, Threshold(noise, constants.Dimension, rows.Length)));
    }

    /// <summary>What commutes with all of a subspace.</summary>
    /// <param name="constants">The structure constants.</param>
    /// <param name="subspace">What to commute with.</param>
    /// <param name="noise">Standard error of a structure constant; 0 for an exact algebra.</param>
    public static Subspace Centraliser(StructureConstants constants, Subspace subspace, double noise)
    {
        var m = constants.Dimension;
        var adjoints = Enumerable.Range(0, subspace.Dimension).Select(k => constants.Adjoint(subspace[k].AsSpan()));
        var squares = SymmetricEigen.Of(adjoints.Aggregate(Matrix.Zero(m, m), (sum, adjoint) => sum + (adjoint.Transposed * adjoint)));
        return Subspace.Lower(squares, Below(squares, Threshold(noise, m, m * Math.Max(1, subspace.Dimension))));
    }

    /// <summary>The dimensions of the derived series g, [g, g], [[g, g], [g, g]], ... until it stops falling; a solvable algebra ends with 0.</summary>
    /// <inheritdoc cref="Derived"/>
    public static ImmutableArray<int> DerivedSeries(StructureConstants constants, double noise) =>
        Series(constants, (whole, last) => Bracket(constants, last, last, Inherited(whole, last, noise)));

    /// <summary>The dimensions of the lower central series g, [g, g], [g, [g, g]], ... until it stops falling; a nilpotent algebra ends with 0.</summary>
    /// <inheritdoc cref="Derived"/>
    public static ImmutableArray<int> LowerCentralSeries(StructureConstants constants, double noise) =>
        Series(constants, (whole, last) => Bracket(constants, whole, last, Inherited(whole, last, noise)));

    /// <summary>A subspace that was found from brackets is off by about as much as a bracket is, relative to its size, which adds as much noise to the next bracket.</summary>
    private static double Inherited(Subspace whole, Subspace last, double noise) => last.Dimension == whole.Dimension ? noise : 2 * noise;

    private static ImmutableArray<int> Series(StructureConstants constants, Func<Subspace, Subspace, Subspace> next)
    {
        var whole = Subspace.Whole(constants.Dimension);
        var dimensions = ImmutableArray.CreateBuilder<int>();
        for (var last = whole; dimensions.Count == 0 || last.Dimension < dimensions[^1]; last = next(whole, last))
        {
            dimensions.Add(last.Dimension);
        }

        return dimensions.ToImmutable();
    }

    /// <summary>What noise alone may reach as an eigenvalue of the Killing form.</summary>
    internal static double KillingThreshold(StructureConstants constants, double noise)
    {
        var adjoint = Enumerable.Range(0, constants.Dimension).Max(a => constants.Adjoint(a).Norm);
        var own = Math.Max(noise, Tolerance.Rounding.Absolute);
        return NoiseLengths * own * ((2 * adjoint * Math.Sqrt(2.0 * constants.Dimension)) + (constants.Dimension * own));
    }

    /// <summary>What noise alone may reach as a singular value of a matrix of this shape.</summary>
    internal static double Threshold(double noise, int rows, int columns) =>
        NoiseLengths * Math.Max(noise, Tolerance.Rounding.Absolute) * (Math.Sqrt(rows) + Math.Sqrt(columns));

    private static Matrix Sum(StructureConstants constants, Func<Matrix, Matrix> square) =>
        Enumerable.Range(0, constants.Dimension).Select(a => square(constants.Adjoint(a))).Aggregate((x, y) => x + y);

    private static int Below(SymmetricEigen squares, double threshold) =>
        squares.Values.Count(value => value <= threshold * threshold || value <= Tolerance.Rounding.Absolute * squares.Values[^1]);
}
