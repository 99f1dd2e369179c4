using System.Numerics;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Roots;

/// <summary>A Cartan subalgebra of a real algebra with the roots on it and their vectors, all in coordinates.</summary>
internal sealed class CartanSubalgebra
{
    private readonly ImmutableArray<double[]> _elements;
    private readonly Matrix _form;

    private CartanSubalgebra(ImmutableArray<double[]> elements, ImmutableArray<Complex[]> vectors, Matrix[] adjoints, Matrix form)
    {
        _elements = elements;
        Vectors = vectors;
        _form = form;
        Roots = [.. vectors.Select(vector => adjoints.Select(adjoint => Eigenvalue(adjoint, vector)).ToArray())];
    }

    /// <summary>Its dimension.</summary>
    public int Rank => _elements.Length;

    /// <summary>The values of each root on the subalgebra's basis. Shape [roots][rank].</summary>
    public ImmutableArray<Complex[]> Roots { get; }

    /// <summary>A root vector for each root. Shape [roots][d].</summary>
    public ImmutableArray<Complex[]> Vectors { get; }

    /// <summary>The centraliser of a random element; null when the Killing form is degenerate on it, as it is not for a semisimple algebra.</summary>
    public static CartanSubalgebra? Of(StructureConstants constants, Seed seed)
    {
        var stream = seed.For("generic element").Stream();
        var generic = constants.Adjoint([.. Enumerable.Range(0, constants.Dimension).Select(_ => stream.NextGaussian())]);
        var spectrum = SymmetricEigen.Of(generic.Transposed * generic);
        var zero = RootSystem.Rounding * RootSystem.Rounding * spectrum.Values[^1];
        ImmutableArray<double[]> elements = [.. Enumerable.Range(0, constants.Dimension).Where(k => spectrum.Values[k] <= zero).Select(k => spectrum.Vectors.Row(k).ToArray())];
        var (values, vectors) = ComplexEigen.Of(generic);
        var largest = values.Max(Complex.Abs);
        var roots = Enumerable.Range(0, values.Length).Where(k => Complex.Abs(values[k]) > RootSystem.Rounding * largest).ToArray();
        if (elements.IsEmpty || elements.Length + roots.Length != constants.Dimension)
        {
            return null;
        }

        var adjoints = elements.Select(element => constants.Adjoint(element)).ToArray();
        var killing = Matrix.Generate(elements.Length, elements.Length, (i, j) => adjoints[i].InnerProduct(adjoints[j].Transposed));
        return LinearSystem.InverseOrNull(killing) is { } form ? new(elements, [.. roots.Select(k => vectors.Column(k).ToArray())], adjoints, form) : null;
    }

    /// <summary>The inner product of two roots that the Killing form induces; a rational number for a semisimple algebra.</summary>
    public double Product(int first, int second)
    {
        var sum = Complex.Zero;
        for (var i = 0; i < Rank; i++)
        {
            for (var j = 0; j < Rank; j++)
            {
                sum += Roots[first][i] * _form[i, j] * Roots[second][j];
            }
        }

        return sum.Real;
    }

    /// <summary>The integers 2 (alpha_i, alpha_j) / (alpha_j, alpha_j) of some roots.</summary>
    public int[,] CartanMatrix(ImmutableArray<int> roots)
    {
        var integers = new int[roots.Length, roots.Length];
        for (var i = 0; i < roots.Length; i++)
        {
            for (var j = 0; j < roots.Length; j++)
            {
                integers[i, j] = (int)Math.Round(2 * Product(roots[i], roots[j]) / Product(roots[j], roots[j]));
            }
        }

        return integers;
    }

    /// <summary>Coordinates of a root's coroot in the subalgebra's basis. Shape [rank].</summary>
    public Complex[] Coroot(int root)
    {
        var factor = 2 / Product(root, root);
        return [.. Enumerable.Range(0, Rank).Select(i => Enumerable.Range(0, Rank).Aggregate(Complex.Zero, (sum, j) => sum + (factor * _form[i, j] * Roots[root][j])))];
    }

    /// <summary>Coordinates in the algebra's basis of an element given in the subalgebra's. Shape [d].</summary>
    public Complex[] Element(Complex[] coordinates) =>
        [.. Enumerable.Range(0, _elements[0].Length).Select(a => Enumerable.Range(0, Rank).Aggregate(Complex.Zero, (sum, i) => sum + (coordinates[i] * _elements[i][a])))];

    private static Complex Eigenvalue(Matrix matrix, Complex[] vector)
    {
        var sum = Complex.Zero;
        for (var i = 0; i < vector.Length; i++)
        {
            var image = Complex.Zero;
            for (var j = 0; j < vector.Length; j++)
            {
                image += matrix[i, j] * vector[j];
            }

            sum += Complex.Conjugate(vector[i]) * image;
        }

        return sum;
    }
}
