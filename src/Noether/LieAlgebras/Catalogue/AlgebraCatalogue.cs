using Noether.Numerics;

namespace Noether.LieAlgebras.Catalogue;

/// <summary>The algebras that the identification is measured on, each in its defining representation and in at least one other.</summary>
internal static class AlgebraCatalogue
{
    /// <summary>All entries; a few hundred matrices, built anew on every call.</summary>
    public static IEnumerable<CataloguedAlgebra> All() => [.. Tori(), .. Compact(), .. Split(), .. Pseudo(), .. Motions(), .. Remainders(), .. Sums()];

    private static IEnumerable<CataloguedAlgebra> Tori() =>
    [
        new("so(2)", "one plane", OrthogonalAlgebras.Rotations(2)) { Irreps = "1 x 1 complex" },
        new("so(2)", "rates 1 and 3", OrthogonalAlgebras.Torus([1, 3])) { Irreps = "1 x 3 complex; 1 x 1 complex" },
        new("so(2)", "one plane, three fixed coordinates", Representations.WithFixed(OrthogonalAlgebras.Rotations(2), 3)) { Irreps = "1 x 1 complex; 3 x 0 real" },
        new("u(1)+u(1)", "two planes", OrthogonalAlgebras.Torus([1, 0], [0, 1])) { Irreps = "1 x (1,0) complex; 1 x (0,1) complex" },
        new("u(1)+u(1)", "two planes, two fixed coordinates", Representations.WithFixed(OrthogonalAlgebras.Torus([1, 0], [0, 1]), 2)) { Irreps = "1 x (1,0) complex; 1 x (0,1) complex; 2 x 0 real" },
        new("u(1)+u(1)", "three planes", OrthogonalAlgebras.Torus([1, 0, 2], [0, 1, -1])),
        new("u(1)+u(1)+u(1)", "three planes", OrthogonalAlgebras.Torus([1, 0, 0], [0, 1, 0], [0, 0, 1])),
        new("u(1)+u(1)+u(1)", "five planes", OrthogonalAlgebras.Torus([1, 0, 0, 1, 2], [0, 1, 0, 2, -1], [0, 0, 1, 3, 1])),
    ];

    private static IEnumerable<CataloguedAlgebra> Compact() =>
    [
        .. Enumerable.Range(3, 6).SelectMany(n => Defining($"so({n})", n == 4 ? "(2,2) real" : $"{n} real", OrthogonalAlgebras.Rotations(n), n <= 5)),
        .. Enumerable.Range(2, 4).SelectMany(n => Defining($"su({n})", n == 2 ? "2 quaternionic" : $"{n} complex", UnitaryAlgebras.Special(n, 0), false)),
        .. Enumerable.Range(1, 4).SelectMany(n => Defining($"sp({n})", $"{2 * n} quaternionic", QuaternionicAlgebras.CompactSymplectic(n), false)),
        .. Enumerable.Range(2, 4).SelectMany(n => Completed($"u({n})", UnitaryAlgebras.General(n, 0))),
        new("g2", "imaginary octonions", ExceptionalAlgebras.G2()) { Irreps = "1 x 7 real" },
        new("g2", "adjoint", Representations.Adjoint(ExceptionalAlgebras.G2())) { Irreps = "1 x 14 real" },
        .. new int[][] { [5], [7], [3, 5], [2, 7], [4, 7], [3, 3], [2, 3] }.Select(spins => new CataloguedAlgebra("su(2)", $"irreps {string.Join('+', spins)}", Representations.Spins(spins)) { Irreps = OfSpins(spins) }),
    ];

    private static IEnumerable<CataloguedAlgebra> Split() =>
    [
        .. Enumerable.Range(2, 4).SelectMany(n => Defining($"sl({n},R)", $"{n} real", LinearAlgebras.Special(n), n <= 3)),
        .. Enumerable.Range(2, 3).SelectMany(n => Defining($"sl({n},C)", $"{n} complex", LinearAlgebras.ComplexSpecial(n), false)),
        .. Enumerable.Range(1, 3).SelectMany(n => Defining($"sp({2 * n},R)", $"{2 * n} real", UnitaryAlgebras.Symplectic(n), n == 2)),
        .. Enumerable.Range(2, 4).SelectMany(n => Completed($"gl({n},R)", LinearAlgebras.General(n))),
        .. Enumerable.Range(2, 2).SelectMany(n => Completed($"gl({n},C)", LinearAlgebras.ComplexGeneral(n))),
    ];

    private static IEnumerable<CataloguedAlgebra> Pseudo() =>
        new (int P, int Q)[] { (2, 1), (3, 1), (2, 2), (4, 1), (3, 2), (5, 1), (4, 2), (3, 3) }
            .SelectMany(form => Defining($"so({form.P},{form.Q})", form == (2, 2) ? "(2,2) real" : $"{form.P + form.Q} real", OrthogonalAlgebras.Pseudorotations(form.P, form.Q), form.P + form.Q <= 4))
            .Concat(Defining("su(2,1)", "3 complex", UnitaryAlgebras.Special(2, 1), false))
            .Concat(Defining("sl(2,H)", "4 quaternionic", QuaternionicAlgebras.Special(2), false))
            .Concat(Defining("so*(8)", "8 quaternionic", QuaternionicAlgebras.SkewHermitian(4), false));

    private static IEnumerable<CataloguedAlgebra> Motions() =>
    [
        .. Enumerable.Range(2, 5).SelectMany(n => InThreeWays($"e({n})", OrthogonalAlgebras.Motions(n, 0))),
        .. InThreeWays("poincare(2,1)", OrthogonalAlgebras.Motions(2, 1)),
        .. InThreeWays("poincare(3,1)", OrthogonalAlgebras.Motions(3, 1)),
        .. InThreeWays("iso(1,1)", OrthogonalAlgebras.Motions(1, 1)),
        .. Enumerable.Range(1, 3).SelectMany(n => InThreeWays($"h({(2 * n) + 1})", LinearAlgebras.Heisenberg(n))),
    ];

    /// <summary>Algebras without a name of their own, written by the dimensions of their series.</summary>
    private static IEnumerable<CataloguedAlgebra> Remainders() =>
    [
        .. InThreeWays("R+R", LinearAlgebras.Translations(2)),
        .. InThreeWays("aff(1,R)", Representations.WithTranslations(LinearAlgebras.General(1))),
        .. InThreeWays("aff(2,R)", Representations.WithTranslations(LinearAlgebras.General(2))),
        .. InThreeWays("so(3)|R^6", Representations.WithTranslations(Representations.Sum(OrthogonalAlgebras.Rotations(3), OrthogonalAlgebras.Rotations(3)))),
        .. InThreeWays("solvable(5,3,1)+R", LinearAlgebras.Triangular(3)),
        .. InThreeWays("nilpotent(6,3,1)", LinearAlgebras.StrictlyTriangular(4)),
    ];

    private static IEnumerable<CataloguedAlgebra> Sums() =>
    [
        .. InTwoWays("so(3)+u(1)", OrthogonalAlgebras.Rotations(3), OrthogonalAlgebras.Rotations(2)),
        .. InTwoWays("su(3)+su(2)", UnitaryAlgebras.Special(3, 0), UnitaryAlgebras.Special(2, 0)),
        .. InTwoWays("so(5)+so(3)", OrthogonalAlgebras.Rotations(5), OrthogonalAlgebras.Rotations(3)),
        .. InTwoWays("sl(2,R)+so(3)", LinearAlgebras.Special(2), OrthogonalAlgebras.Rotations(3)),
        .. InTwoWays("e(3)+u(1)", OrthogonalAlgebras.Motions(3, 0), OrthogonalAlgebras.Rotations(2), ""),
        new("so(3)+u(1)", "vector twice, and a plane", Representations.Product(Representations.Sum(OrthogonalAlgebras.Rotations(3), OrthogonalAlgebras.Rotations(3)), OrthogonalAlgebras.Rotations(2))) { Irreps = "2 x 3 real; 1 x 1 complex" },
        new("R+u(1)", "a shear and a plane", Representations.Product(LinearAlgebras.StrictlyTriangular(2), OrthogonalAlgebras.Rotations(2))) { Irreps = "1 x 1 complex; 2 x 0 real" },
        .. InTwoWays("h(3)+R", LinearAlgebras.Heisenberg(1), LinearAlgebras.General(1), ""),
        .. InTwoWays("h(3)+u(1)", LinearAlgebras.Heisenberg(1), OrthogonalAlgebras.Rotations(2), ""),
        new("h(5)+so(3)+so(3)", "side by side", Representations.Product(Representations.Product(LinearAlgebras.Heisenberg(2), OrthogonalAlgebras.Rotations(3)), OrthogonalAlgebras.Rotations(3))) { Irreps = "" },
        .. InTwoWays("h(3)+su(2)", LinearAlgebras.Heisenberg(1), UnitaryAlgebras.Special(2, 0), ""),
    ];

    private static IEnumerable<CataloguedAlgebra> Defining(string name, string irrep, ImmutableArray<Matrix> generators, bool withSquare) =>
    [
        new(name, "vector", generators) { Irreps = $"1 x {irrep}" },
        new(name, "adjoint", Representations.Adjoint(generators)),
        .. withSquare ? [new CataloguedAlgebra(name, "symmetric square", Representations.SymmetricSquare(generators))] : Array.Empty<CataloguedAlgebra>(),
    ];

    /// <summary>The adjoint representation does not see a centre, so that the second one is the vectors twice, with the dual.</summary>
    private static IEnumerable<CataloguedAlgebra> Completed(string name, ImmutableArray<Matrix> generators) =>
    [
        new(name, "vector", generators),
        new(name, "vector and dual", Representations.Sum(generators, Representations.Dual(generators))),
    ];

    /// <summary>Algebras whose action is not split into irreducible parts.</summary>
    private static IEnumerable<CataloguedAlgebra> InThreeWays(string name, ImmutableArray<Matrix> generators) =>
    [
        new(name, "vector", generators) { Irreps = "" },
        new(name, "dual", Representations.Dual(generators)) { Irreps = "" },
        new(name, "vector twice", Representations.Sum(generators, generators)) { Irreps = "" },
    ];

    private static string OfSpins(int[] dimensions) => string.Join("; ", dimensions
        .GroupBy(dimension => dimension)
        .OrderByDescending(irrep => irrep.Key % 2 == 0 ? 2 * irrep.Key : irrep.Key)
        .Select(irrep => $"{irrep.Count()} x {irrep.Key} {(irrep.Key % 2 == 0 ? "quaternionic" : "real")}"));

    private static IEnumerable<CataloguedAlgebra> InTwoWays(string name, ImmutableArray<Matrix> first, ImmutableArray<Matrix> second, string? irreps = null) =>
    [
        new(name, "side by side", Representations.Product(first, second)) { Irreps = irreps },
        new(name, "tensor product", Representations.TensorProduct(first, second)) { Irreps = irreps },
    ];
}
