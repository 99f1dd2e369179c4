using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.LieAlgebras.Structure;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>Structure found with floating-point numbers in random coordinates against GAP, which takes the integer matrices of the catalogue and exact arithmetic.</summary>
public static class GapTests
{
    private const int Largest = 8;

    [Fact]
    public static async Task Centre_radical_nilradical_series_and_types_are_those_that_GAP_finds()
    {
        var entries = AlgebraCatalogue.All().Where(entry => entry.Dimension <= Largest && entry.Size <= Largest && entry.Generators.All(IsInteger)).ToArray();

        if (await Gap.DescribeAsync(entries.Select(entry => entry.Generators), TestContext.Current.CancellationToken) is not { } expected)
        {
            Assert.Skip("GAP is not installed (on Debian: apt-get install gap-core).");
            return;
        }

        Assert.Equal(entries.Length, expected.Length);
        Assert.True(entries.Length > 30, $"only {entries.Length} entries of the catalogue have integer matrices");
        Assert.All(entries.Zip(expected), pair => Assert.Equal($"{pair.First}: {pair.Second.TrimEnd()}", $"{pair.First}: {Ours(pair.First).TrimEnd()}"));
    }

    private static string Ours(CataloguedAlgebra entry)
    {
        var basis = Rotations.Disguised(entry.Generators, new Seed(51).For(entry.ToString()).Stream());
        var constants = StructureConstants.Of(basis);
        var radical = AlgebraSubspaces.Radical(constants, noise: 0);
        IEnumerable<string> types = radical.Dimension > 0 ? [] : SimpleIdeals.Of(basis, new Seed(52))!.Value.SelectMany(ideal => ideal.Roots.Types).Select(type => type.ToString()).Order(StringComparer.Ordinal);
        return Gap.Line(
            AlgebraSubspaces.Centre(constants, noise: 0).Dimension,
            radical.Dimension,
            radical.Dimension == 0 ? 0 : Nilradical.Of(constants, radical, noise: 0).Dimension,
            AlgebraSubspaces.DerivedSeries(constants, noise: 0),
            AlgebraSubspaces.LowerCentralSeries(constants, noise: 0),
            string.Join(' ', types));
    }

    private static bool IsInteger(Matrix matrix) => matrix.Entries.ToArray().All(entry => entry == Math.Round(entry));
}
