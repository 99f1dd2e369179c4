using Noether.Numerics;

namespace Noether.LieAlgebras;

/// <summary>A subspace of an algebra, as an orthonormal basis of coordinate vectors; it may be zero.</summary>
internal sealed class Subspace
{
    private readonly ImmutableArray<ImmutableArray<double>> _basis;

    private Subspace(int ambient, ImmutableArray<ImmutableArray<double>> basis)
    {
        Ambient = ambient;
        _basis = basis;
    }

    /// <summary>The dimension of the algebra.</summary>
    public int Ambient { get; }

    /// <summary>The dimension of the subspace, 0 or more.</summary>
    public int Dimension => _basis.Length;

    /// <summary>A basis vector. Shape [ambient].</summary>
    public ImmutableArray<double> this[int index] => _basis[index];

    /// <summary>The basis vectors as rows. Shape [dimension, ambient].</summary>
    /// <exception cref="InvalidOperationException">The subspace is zero.</exception>
    public Matrix Rows() => Dimension > 0
        ? Matrix.Generate(Dimension, Ambient, (a, b) => _basis[a][b])
        : throw new InvalidOperationException("The zero subspace has no basis to write down.");

    /// <summary>The whole algebra, with its own basis.</summary>
    /// <param name="dimension">The algebra's dimension.</param>
    public static Subspace Whole(int dimension) =>
        new(dimension, [.. Enumerable.Range(0, dimension).Select(a => Enumerable.Range(0, dimension).Select(b => a == b ? 1.0 : 0).ToImmutableArray())]);

    /// <summary>The span of some vectors: the directions in which they reach further than a length.</summary>
    /// <param name="dimension">The algebra's dimension.</param>
    /// <param name="vectors">Vectors of that length each; may be none.</param>
    /// <param name="length">Singular values up to this count as zero.</param>
    public static Subspace Span(int dimension, IEnumerable<double[]> vectors, double length)
    {
        var rows = Matrix.FromRows([new double[dimension], .. vectors]);
        var squares = SymmetricEigen.Of(rows.Transposed * rows);
        return Upper(squares, squares.Values.Count(value => value > length * length));
    }

    /// <summary>The orthogonal complement.</summary>
    public Subspace Complement()
    {
        if (Dimension == 0)
        {
            return Whole(Ambient);
        }

        var rows = Rows();
        return Lower(SymmetricEigen.Of(rows.Transposed * rows), Ambient - Dimension);
    }

    /// <summary>Distance of a vector from the subspace.</summary>
    /// <param name="vector">Shape [ambient].</param>
    public double DistanceTo(ReadOnlySpan<double> vector)
    {
        var rest = vector.ToArray();
        foreach (var unit in _basis)
        {
            var part = unit.Zip(rest, (x, y) => x * y).Sum();
            rest = [.. rest.Zip(unit, (x, y) => x - (part * y))];
        }

        return Math.Sqrt(rest.Sum(x => x * x));
    }

    /// <summary>The span of the eigenvectors with the lowest eigenvalues.</summary>
    internal static Subspace Lower(SymmetricEigen spectrum, int dimension) =>
        new(spectrum.Values.Length, [.. Enumerable.Range(0, dimension).Select(k => spectrum.Vectors.Row(k).ToArray().ToImmutableArray())]);

    /// <summary>The span of the eigenvectors with the highest eigenvalues.</summary>
    internal static Subspace Upper(SymmetricEigen spectrum, int dimension) =>
        new(spectrum.Values.Length, [.. Enumerable.Range(spectrum.Values.Length - dimension, dimension).Select(k => spectrum.Vectors.Row(k).ToArray().ToImmutableArray())]);
}
