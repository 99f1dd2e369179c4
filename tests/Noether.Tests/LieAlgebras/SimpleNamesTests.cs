using Noether.LieAlgebras.Naming;
using Noether.LieAlgebras.Roots;

namespace Noether.Tests.LieAlgebras;

/// <summary>The real forms of simple algebras, by the dimension of a maximal compact subalgebra.</summary>
public static class SimpleNamesTests
{
    private const int LargestRank = 12;

    [Theory]
    [InlineData('A', 1, 1, "sl(2,R)", "su(1,1)", "so(2,1)", "sp(2,R)")]
    [InlineData('A', 3, 10, "sl(2,H)", "so(5,1)")]
    [InlineData('A', 3, 9, "su(3,1)", "so*(6)")]
    [InlineData('B', 2, 6, "so(4,1)", "sp(1,1)")]
    [InlineData('D', 4, 16, "so(6,2)", "so*(8)")]
    [InlineData('A', 4, 10, "sl(5,R)")]
    [InlineData('D', 5, 25, "so*(10)")]
    [InlineData('F', 4, 52, "f4")]
    [InlineData('F', 4, 24, "f4(4)")]
    public static void Names_that_coincide_at_low_rank_belong_to_one_form(char family, int rank, int compact, params string[] names) =>
        Assert.Equal([names], SimpleNames.RealForms(new CartanType(family, rank), compact).Select(form => form.ToArray()));

    [Theory]
    [InlineData('D', 9, 81, "so(12,6)", "so*(18)")]
    [InlineData('A', 13, 105, "su(9,5)", "sl(7,H)")]
    public static void Forms_of_one_signature_that_are_different_algebras_are_kept_apart(char family, int rank, int compact, string first, string second) =>
        Assert.Equal([[first], [second]], SimpleNames.RealForms(new CartanType(family, rank), compact).Select(form => form.ToArray()));

    /// <summary>The independent route: count the forms of each type with their compact dimensions, and no two but those above agree.</summary>
    [Fact]
    public static void Up_to_rank_twelve_so_12_6_and_so_star_18_are_the_only_forms_of_one_signature()
    {
        var shared = from rank in Enumerable.Range(1, LargestRank)
                     from type in CartanType.OfRank(rank)
                     from compact in Enumerable.Range(0, type.Dimension + 1)
                     let forms = type.Family is 'E' or 'F' or 'G' ? [] : SimpleNames.RealForms(type, compact)
                     where forms.Length > 1
                     select string.Join(" and ", forms.Select(form => form[0]));

        Assert.Equal(["so(12,6) and so*(18)"], shared);
    }
}
