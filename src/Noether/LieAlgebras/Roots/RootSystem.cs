using System.Numerics;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Roots;

/// <summary>The roots of a real simple algebra after complexification, and its simple root vectors.</summary>
internal sealed class RootSystem
{
    /// <summary>Eigenvalues, and deviations from integers, below this share are rounding.</summary>
    public const double Rounding = 1e-5;

    private readonly CartanSubalgebra _cartan;
    private readonly ImmutableArray<int> _simple;
    private readonly Matrix _fundamental;

    private RootSystem(CartanSubalgebra cartan, ImmutableArray<CartanType> types, ImmutableArray<int> simple, Matrix fundamental)
    {
        _cartan = cartan;
        _simple = simple;
        _fundamental = fundamental;
        Types = types;
    }

    /// <summary>The type; two equal types for a complex algebra that is regarded as a real one.</summary>
    public ImmutableArray<CartanType> Types { get; }

    /// <summary>The dimension of a Cartan subalgebra, and the number of simple roots.</summary>
    public int Rank => _simple.Length;

    /// <summary>The roots of an algebra in a basis; null when they make no root system, as for an algebra that is not semisimple.</summary>
    public static RootSystem? Of(StructureConstants constants, Seed seed)
    {
        if (CartanSubalgebra.Of(constants, seed) is not { } cartan)
        {
            return null;
        }

        var simple = SimpleRoots.Of(cartan, seed.For("positive roots"));
        if (simple.Length != cartan.Rank || DynkinDiagram.Parts(cartan.CartanMatrix(simple)) is not { } parts)
        {
            return null;
        }

        ImmutableArray<int> ordered = [.. parts.SelectMany(part => part.Nodes).Select(node => simple[node])];
        var integers = cartan.CartanMatrix(ordered);
        var fundamental = LinearSystem.Inverse(Matrix.Generate(ordered.Length, ordered.Length, (i, j) => integers[i, j]));
        return new(cartan, [.. parts.Select(part => part.Type)], ordered, fundamental);
    }

    /// <summary>Coordinates of the simple root vectors in the algebra's basis. Shape [rank][d].</summary>
    public ImmutableArray<Complex[]> Raising => [.. _simple.Select(root => _cartan.Vectors[root])];

    /// <summary>Coordinates of the coroots H_i in the algebra's basis: H_i has the eigenvalue &lt;lambda, alpha_i check&gt; on a weight vector. Shape [rank][d].</summary>
    public ImmutableArray<Complex[]> Coroots => [.. _simple.Select(root => _cartan.Element(_cartan.Coroot(root)))];

    /// <summary>The dimension of the irrep of the complexified algebra with a highest weight.</summary>
    public long DimensionOf(ImmutableArray<int> labels)
    {
        var (first, dimension) = (0, 1L);
        foreach (var type in Types)
        {
            dimension *= type.DimensionOf(labels.Slice(first, type.Rank));
            first += type.Rank;
        }

        return dimension;
    }

    /// <summary>The highest weight of the complex conjugate of an irrep; conjugation is that of the real algebra.</summary>
    public ImmutableArray<int> Conjugate(ImmutableArray<int> labels)
    {
        var values = new Complex[_cartan.Rank]; // of the conjugate of the highest weight on the real Cartan subalgebra
        for (var i = 0; i < values.Length; i++)
        {
            for (var k = 0; k < Rank; k++)
            {
                var share = Enumerable.Range(0, Rank).Sum(j => labels[j] * _fundamental[j, k]);
                values[i] += share * Complex.Conjugate(_cartan.Roots[_simple[k]][i]);
            }
        }

        return Dominant([.. _simple.Select(root => (int)Math.Round(_cartan.Coroot(root).Zip(values, (x, y) => x * y).Aggregate(Complex.Add).Real))]);
    }

    /// <summary>The dominant weight in the Weyl orbit of a weight.</summary>
    private ImmutableArray<int> Dominant(ImmutableArray<int> labels)
    {
        var cartan = _cartan.CartanMatrix(_simple);
        while (labels.IndexOf(labels.Min()) is var i && labels[i] < 0)
        {
            var reflected = labels[i];
            labels = [.. labels.Select((label, j) => label - (reflected * cartan[i, j]))];
        }

        return labels;
    }
}
