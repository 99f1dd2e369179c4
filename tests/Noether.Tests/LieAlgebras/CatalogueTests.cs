using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>The whole catalogue is measured in tests/Science; here are its smaller entries.</summary>
public static class CatalogueTests
{
    private const int Largest = 10;

    private static readonly Dictionary<string, CataloguedAlgebra> Entries = AlgebraCatalogue.All().Where(algebra => algebra.Dimension <= Largest && algebra.Size <= Largest).ToDictionary(algebra => algebra.ToString(), StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Entries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public static void An_algebra_is_named_in_other_coordinates_and_another_basis(string entry)
    {
        var algebra = Entries[entry];

        var found = AlgebraIdentification.Identify(Rotations.Disguised(algebra.Generators, new Seed(21).For(entry).Stream()), IdentificationOptions.Default);

        var unique = Assert.IsType<AlgebraIdentification.Unique>(found);
        Assert.Contains(algebra.Name, unique.Algebra.Aliases.Add(unique.Algebra.Name));
        Assert.Equal(algebra.Dimension, unique.Algebra.Dimension);
        Assert.Empty(found.Findings);
        var representation = unique.Algebra.Representation;
        Assert.True(representation.IsEmpty || representation.Sum(irrep => irrep.Multiplicity * irrep.RealDimension) == algebra.Size, string.Join("; ", representation));
    }
}
