using System.Globalization;
using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Science.Tests.Naming;

/// <summary>Exact matrices of every algebra in the catalogue: in the reduced form the smaller ones, in full all of them three times.</summary>
[Collection("naming")]
public sealed class ExactNamingTests(ITestOutputHelper output)
{
    private const int LargestOfReduced = 8;
    private const int LargestBroken = 5; // a broken algebra generates all matrices, which takes longest to see

    [Fact]
    public void Every_algebra_is_named_in_random_coordinates_and_a_random_basis_and_broken_ones_are_not()
    {
        var draws = Scale.IsFull ? 3 : 1;
        var entries = AlgebraCatalogue.All().Where(entry => Scale.IsFull || (entry.Dimension <= LargestOfReduced && entry.Size <= LargestOfReduced)).ToArray();

        var measured = entries.Select(entry => (Entry: entry, Case: NamedCase.Of(entry.ToString(), draws, draw => Name(entry, draw), found => NamedCase.IsEntry(found, entry)))).ToArray();
        var broken = entries.Where(CanBreak).Select(entry => NamedCase.Of(entry.ToString(), 1, draw => NameBroken(entry, draw), found => NamedCase.IsNamed(found, entry))).ToArray();

        Write(measured, broken);
        Assert.All(measured, row => Assert.True(row.Case.Right == draws, $"{row.Entry}: {row.Case.OtherAnswers}"));
        Assert.All(broken, row => Assert.True(row.Right == 0, $"{row.Title} is named although one of its generators is random"));
    }

    private static ImmutableArray<Matrix> Generators(CataloguedAlgebra entry, int draw, out RandomStream stream)
    {
        stream = new Seed(31).For(entry.ToString()).For(draw).Stream();
        return Disguise.Of(entry.Generators, stream);
    }

    private static AlgebraIdentification Name(CataloguedAlgebra entry, int draw) => AlgebraIdentification.Identify(Generators(entry, draw, out _), IdentificationOptions.Default);

    /// <summary>The control: the same generators with one of them random.</summary>
    private static AlgebraIdentification NameBroken(CataloguedAlgebra entry, int draw)
    {
        var generators = Generators(entry, draw, out var stream);
        return AlgebraIdentification.Identify(generators.SetItem(0, Disguise.Gaussian(entry.Size, stream)), IdentificationOptions.Default);
    }

    /// <summary>One random generator is an algebra again, and so are as many as there are entries.</summary>
    private static bool CanBreak(CataloguedAlgebra entry) => entry.Dimension > 1 && entry.Dimension < entry.Size * entry.Size && entry.Size <= LargestBroken;

    private void Write((CataloguedAlgebra Entry, NamedCase Case)[] measured, NamedCase[] broken)
    {
        var (right, all) = (measured.Sum(row => row.Case.Right), measured.Sum(row => row.Case.Draws));
        var upTo30 = measured.Where(row => row.Entry.Dimension <= 30).Max(row => row.Case.Seconds);
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"Named right: {right} of {all} ({ResultsPage.Share(right, all)}), in {upTo30:0.00} s at most up to dimension 30. With one generator replaced by a random matrix, the control: {broken.Sum(row => row.Right)} of {broken.Sum(row => row.Draws)}.");
        output.WriteLine(summary);
        ResultsPage.Write("naming-exact", "Names of exact matrices",
        [
            "Every algebra of the catalogue in each of its representations, in random coordinates (condition number up to 3) and a random basis of its span (likewise).",
            "Right means: verdict unique, the name or one of its aliases, the dimension, and the irreps with their types; where the catalogue does not list these, irreps that fill the coordinates.",
            "",
            summary,
            "",
            "| algebra | representation | dimension | coordinates | named right | longest, s |",
            "|---|---|---|---|---|---|",
            .. measured.Select(row => string.Create(CultureInfo.InvariantCulture, $"| `{ResultsPage.Cell(row.Entry.Name)}` | {row.Entry.Representation} | {row.Entry.Dimension} | {row.Entry.Size} | {row.Case.Right} of {row.Case.Draws} | {row.Case.Seconds:0.00} |")),
        ]);
    }
}
