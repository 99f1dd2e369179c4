using System.Globalization;
using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>Highest weights, dimensions and types of representations that textbooks list (R. Slansky, Phys. Rep. 79 (1981) 1).</summary>
public static class HighestWeightTests
{
    private static readonly Dictionary<string, ImmutableArray<Matrix>> Actions = new(StringComparer.Ordinal)
    {
        ["su(2) vector"] = UnitaryAlgebras.Special(2, 0),
        ["sl(2,R) vector"] = LinearAlgebras.Special(2),
        ["su(3) vector"] = UnitaryAlgebras.Special(3, 0),
        ["su(3) adjoint"] = Representations.Adjoint(UnitaryAlgebras.Special(3, 0)),
        ["su(3) symmetric square"] = Representations.SymmetricSquare(UnitaryAlgebras.Special(3, 0)),
        ["su(2,1) vector"] = UnitaryAlgebras.Special(2, 1),
        ["sl(3,R) vector"] = LinearAlgebras.Special(3),
        ["sl(3,R) symmetric square"] = Representations.SymmetricSquare(LinearAlgebras.Special(3)),
        ["su(4) exterior square"] = Representations.ExteriorSquare(UnitaryAlgebras.Special(4, 0)),
        ["so(5) symmetric square"] = Representations.SymmetricSquare(OrthogonalAlgebras.Rotations(5)),
        ["so(5) adjoint"] = Representations.Adjoint(OrthogonalAlgebras.Rotations(5)),
        ["sp(2) vector"] = QuaternionicAlgebras.CompactSymplectic(2),
        ["sp(4,R) vector"] = UnitaryAlgebras.Symplectic(2),
        ["so(7) symmetric square"] = Representations.SymmetricSquare(OrthogonalAlgebras.Rotations(7)),
        ["so(8) vector"] = OrthogonalAlgebras.Rotations(8),
        ["g2 octonions"] = ExceptionalAlgebras.G2(),
        ["g2 symmetric square"] = Representations.SymmetricSquare(ExceptionalAlgebras.G2()),
        ["sl(2,C) vector"] = LinearAlgebras.ComplexSpecial(2),
        ["so(3,1) vector"] = OrthogonalAlgebras.Pseudorotations(3, 1),
        ["so(4) vector"] = OrthogonalAlgebras.Rotations(4),
    };

    [Theory]
    [InlineData("su(2) vector", "1 x 2 quaternionic")]
    [InlineData("sl(2,R) vector", "1 x 2 real")]
    [InlineData("su(3) vector", "1 x 3 [1,0] complex")]
    [InlineData("su(3) adjoint", "1 x 8 [1,1] real")]
    [InlineData("su(3) symmetric square", "1 x 6 [2,0] complex; 1 x 8 [1,1] real; 1 x 1 real")]
    [InlineData("su(2,1) vector", "1 x 3 [1,0] complex")]
    [InlineData("sl(3,R) vector", "1 x 3 [1,0] real")]
    [InlineData("sl(3,R) symmetric square", "1 x 6 [2,0] real")]
    [InlineData("su(4) exterior square", "1 x 15 [1,0,1] real; 2 x 6 [0,1,0] real; 1 x 1 real")]
    [InlineData("so(5) symmetric square", "1 x 14 [2,0] real; 1 x 1 real")]
    [InlineData("so(5) adjoint", "1 x 10 [0,2] real")]
    [InlineData("sp(2) vector", "1 x 4 [0,1] quaternionic")]
    [InlineData("sp(4,R) vector", "1 x 4 [0,1] real")]
    [InlineData("so(7) symmetric square", "1 x 27 [2,0,0] real; 1 x 1 real")]
    [InlineData("so(8) vector", "1 x 8 [1,0,0,0] real")]
    [InlineData("g2 octonions", "1 x 7 [1,0] real")]
    [InlineData("g2 symmetric square", "1 x 27 [2,0] real; 1 x 1 real")]
    [InlineData("sl(2,C) vector", "1 x 2 [1,0] complex")]
    [InlineData("so(3,1) vector", "1 x 4 [1,1] real")]
    [InlineData("so(4) vector", "1 x (2,2) real")]
    public static void Irreps_have_the_labels_and_types_of_the_textbook(string action, string expected)
    {
        var found = Named(action);

        Assert.Equal(expected, string.Join("; ", found.Representation.Select(irrep => $"{irrep.Multiplicity} x {irrep.Label} {irrep.Type.ToString().ToLowerInvariant()}")));
    }

    [Theory]
    [InlineData("su(2) vector", 4)]
    [InlineData("sl(2,R) vector", 1)]
    [InlineData("su(3) vector", 2)]
    [InlineData("su(2,1) vector", 2)]
    [InlineData("sp(2) vector", 4)]
    [InlineData("sp(4,R) vector", 1)]
    [InlineData("sl(2,C) vector", 2)]
    [InlineData("so(5) symmetric square", 2)]
    [InlineData("g2 octonions", 1)]
    public static void As_many_matrices_commute_as_the_types_say(string action, int commuting)
    {
        var found = Named(action);

        Assert.Equal(commuting, BruteForce.Commuting(Actions[action]));
        Assert.Equal(commuting, found.Representation.Sum(irrep => irrep.Multiplicity * irrep.Multiplicity * (irrep.Type switch { IrrepType.Real => 1, IrrepType.Complex => 2, _ => 4 })));
    }

    [Theory]
    [InlineData("su(3) symmetric square")]
    [InlineData("sl(3,R) symmetric square")]
    [InlineData("su(3) adjoint")]
    public static void Dimensions_of_type_A2_follow_from_the_labels(string action) => Assert.All(
        Named(action).Representation.Where(irrep => irrep.Label.Contains('[', StringComparison.Ordinal)),
        irrep =>
        {
            var parts = irrep.Label.Split([' ', '[', ',', ']'], StringSplitOptions.RemoveEmptyEntries).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(parts[0], (parts[1] + 1) * (parts[2] + 1) * (parts[1] + parts[2] + 2) / 2);
        });

    private static IdentifiedAlgebra Named(string action) => Assert.IsType<AlgebraIdentification.Unique>(
        AlgebraIdentification.Identify(Rotations.Disguised(Actions[action], new Seed(41).For(action).Stream()), IdentificationOptions.Default)).Algebra;
}
