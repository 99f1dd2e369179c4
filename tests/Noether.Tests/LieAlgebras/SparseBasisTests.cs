using Noether.LieAlgebras;
using Noether.LieAlgebras.Bases;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>Sparse generators, found again after their span and their coordinates were mixed.</summary>
public static class SparseBasisTests
{
    private static readonly Dictionary<string, ImmutableArray<Matrix>> Sparse = new(StringComparer.Ordinal)
    {
        ["so(3)+so(2)"] = Representations.Product(OrthogonalAlgebras.Rotations(3), OrthogonalAlgebras.Rotations(2)),
        ["so(3)+so(4)"] = Representations.Product(OrthogonalAlgebras.Rotations(3), OrthogonalAlgebras.Rotations(4)),
        ["so(3) twice + so(2)"] = Representations.Product(Representations.Sum(OrthogonalAlgebras.Rotations(3), OrthogonalAlgebras.Rotations(3)), OrthogonalAlgebras.Rotations(2)),
        ["torus"] = OrthogonalAlgebras.Torus([1, 0, 0], [0, 1, 0], [0, 0, 1]),
        ["torus with a fixed plane"] = Representations.WithFixed(OrthogonalAlgebras.Torus([1, 0], [0, 1]), 2),
    };

    [Theory]
    [InlineData("so(3)+so(2)")]
    [InlineData("so(3)+so(4)")]
    [InlineData("so(3) twice + so(2)")]
    [InlineData("torus")]
    [InlineData("torus with a fixed plane")]
    public static void The_nice_basis_has_as_many_zeros_as_the_generators_had_before_they_were_mixed(string algebra)
    {
        var mixed = Rotations.Disguised(Sparse[algebra], new Seed(71).For(algebra).Stream());

        var basis = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(mixed, IdentificationOptions.Default)).Algebra.Basis!;

        Assert.Equal("sparse", basis.Kind);
        Assert.Equal(Zeros(Sparse[algebra]), Zeros(basis.Matrices));
        Assert.Equal(0, Zeros(mixed));
        Assert.All(basis.Matrices, matrix => Assert.Equal(1, matrix.Entries.ToArray().Max(Math.Abs), 1e-9));
        var back = LinearSystem.Inverse(basis.Coordinates);
        Assert.All(Enumerable.Range(0, basis.Matrices.Length), a =>
        {
            var stated = mixed.Select((matrix, b) => basis.Mixing[a, b] * matrix).Aggregate((x, y) => x + y);
            Assert.True((basis.Coordinates * stated * back - basis.Matrices[a]).Norm < 1e-6);
        });
    }

    /// <summary>Of an algebra that is not compact only the basis is turned, not the coordinates.</summary>
    [Fact]
    public static void A_basis_of_matrices_with_one_entry_each_is_found_in_their_own_coordinates()
    {
        var units = LinearAlgebras.General(3);
        var stream = new Seed(72).Stream();
        var turn = SymmetricEigen.Of(Symmetric(units.Length, stream)).Vectors;
        ImmutableArray<Matrix> mixed = [.. Enumerable.Range(0, units.Length).Select(a => units.Select((unit, b) => turn[a, b] * unit).Aggregate((x, y) => x + y))];

        var found = Quartimax.Sparse(mixed);

        Assert.Equal(Zeros(units), Zeros(found));
        Assert.Equal(0, Zeros(mixed));
    }

    /// <summary>The control: a span without sparse matrices stays without zeros.</summary>
    [Fact]
    public static void Random_matrices_do_not_become_sparse()
    {
        var stream = new Seed(73).Stream();

        Assert.Equal(0, Zeros(Quartimax.Sparse([Rotations.Gaussian(4, 4, stream), Rotations.Gaussian(4, 4, stream)])));
    }

    private static Matrix Symmetric(int n, RandomStream stream)
    {
        var matrix = Rotations.Gaussian(n, n, stream);
        return matrix + matrix.Transposed;
    }

    private static int Zeros(ImmutableArray<Matrix> matrices) => matrices.Sum(matrix => matrix.Entries.ToArray().Count(entry => Math.Abs(entry) < 1e-9));
}
