using CsCheck;
using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Tests.Configurations;

public static class ConfigurationMatrixTests
{
    [Fact]
    public static void The_quintic_is_one_equation_of_degree_five_in_P4()
    {
        var quintic = ConfigurationMatrix.FromDegrees([5]);

        Assert.Equal("P4[5]", quintic.ToString());
        Assert.Equal(3, quintic.Dimension);
        Assert.Equal(4, quintic.AmbientDimension(0));
    }

    [Fact]
    public static void Text_reads_back() =>
        Generators.Matrices.Sample(matrix => ConfigurationMatrix.Parse(matrix.ToString()).Equals(matrix) && ConfigurationMatrix.Parse(ConfigurationText.WriteRows(matrix)).Equals(matrix));

    [Theory]
    [InlineData("P3[3 0 1] / P3[0 3 1]")]
    [InlineData("3 0 1; 0 3 1")]
    [InlineData("[[3,0,1],[0,3,1]]")]
    [InlineData("{3, 0, 1} {0, 3, 1}")]
    [InlineData("3 0 1\n0 3 1\n")]
    public static void Many_notations_mean_the_same(string text) =>
        Assert.Equal(ConfigurationMatrix.FromDegrees([3, 0, 1], [0, 3, 1]), ConfigurationMatrix.Parse(text));

    [Theory]
    [InlineData("P4[3 0 1] / P3[0 3 1]", "P4")]
    [InlineData("P3[2000000000 2000000000]", "sum to 4000000000")]
    [InlineData("2000000000 2000000000", "holds 2000000000")]
    [InlineData("3 0 x", "\"x\"")]
    [InlineData("3 1; 1", "Row 2 has 1 entries")]
    [InlineData("", "at least one row")]
    [InlineData("1; 5", "Row 1 sums to 1")]
    [InlineData("3 0; 3 0", "Column 2 is zero")]
    [InlineData("-1 3", "holds -1")]
    [InlineData("16", "holds 16")]
    [InlineData("1 1", "leave dimension -1")]
    [InlineData("15 0 0 0 0; 0 15 0 0 0; 0 0 15 0 0; 0 0 0 15 0; 0 0 0 0 15", "dimension 70")]
    public static void A_text_that_is_no_configuration_is_refused_with_the_reason(string text, string reason)
    {
        var problem = Assert.Throws<FormatException>(() => ConfigurationMatrix.Parse(text));

        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_file_may_mix_lines_and_blocks()
    {
        const string Text = "# two ways\nP4[5]\n\n3 0 1\n0 3 1   # Tian-Yau\n\n4 0; 0 3\n1 1 1 1 1\n1 1 1 1 1";

        var matrices = ConfigurationText.ReadAll(new StringReader(Text)).Select(matrix => matrix.ToString());

        Assert.Equal(["P4[5]", "P3[3 0 1] / P3[0 3 1]", "P3[4 0] / P2[0 3]", "P4[1 1 1 1 1] / P4[1 1 1 1 1]"], matrices);
    }

    [Theory]
    [InlineData("[[4,5]]", "P4[5]")]
    [InlineData("[[3, 3, 0, 1], [3, 0, 3, 1]]", "P3[3 0 1] / P3[0 3 1]")]
    [InlineData("{{1,2},{3,4}}", "P1[2] / P3[4]")]
    [InlineData("[[1,1,1],[1,1,1],[1,1,1]]", "P2[1 1 1] / P2[1 1 1] / P2[1 1 1]")]
    [InlineData("[[3,0,1],[0,3,1]]", "P3[3 0 1] / P3[0 3 1]")]
    [InlineData("4 5", "P8[4 5]")]
    public static void Lists_of_lists_may_begin_their_rows_with_the_dimension_of_the_space(string text, string matrix) =>
        Assert.Equal(matrix, ConfigurationMatrix.Parse(text).ToString());

    [Theory]
    [InlineData("[\n [[5]],\n [[3,0,1],\n [0,3,1]]\n]")]
    [InlineData("[{\"h11\": 1, \"matrix\": [[4,5]]}, {\"conf\": [[3,3,0,1],[3,0,3,1]], \"c2\": [[1]]}]")]
    [InlineData("Num    : 1\nNumPs  : 1\nEta : -200\nC2 : {50}\n{5}\n\nNum : 2\n{3, 0, 1}\n{0, 3, 1}\n")]
    public static void A_file_may_be_JSON_of_other_tools_or_a_published_list(string text) =>
        Assert.Equal(
            ["P4[5]", "P3[3 0 1] / P3[0 3 1]"],
            ConfigurationText.ReadAll(new StringReader(text)).Select(matrix => matrix.ToString()));

    [Fact]
    public static void JSON_without_a_matrix_is_refused_with_the_number_of_the_object()
    {
        var problem = Assert.Throws<FormatException>(() => ConfigurationText.ReadAll(new StringReader("[[[5]], {\"h11\": 1}]")).ToList());

        Assert.Equal("Line 1: object 2 holds 0 lists of rows; expected one, or one named \"matrix\".", problem.Message);
    }

    [Fact]
    public static void A_malformed_matrix_in_a_file_is_named_with_its_line()
    {
        var problem = Assert.Throws<FormatException>(() => ConfigurationText.ReadAll(new StringReader("P4[5]\n\n3 1\n1 1 1\n")).ToList());

        Assert.StartsWith("Line 3:", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Mutated_texts_are_read_or_refused_and_never_crash() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 6], Gen.String[Gen.Char["P[]{}0123456789-,;/# \n\u00e9"], 0, 5]).Array[1, 4].Sample(
            edits =>
            {
                const string Text = "P3[3 0 1] / P3[0 3 1]\n\n1 1 # a block\n4 1\n[[5]]\n";
                var text = edits.Aggregate(Text, (old, edit) => old.Remove(Math.Min(edit.Item1, old.Length), Math.Min(edit.Item2, Math.Max(old.Length - edit.Item1, 0))).Insert(Math.Min(edit.Item1, old.Length - Math.Min(edit.Item2, Math.Max(old.Length - edit.Item1, 0))), edit.Item3));
                try
                {
                    return ConfigurationText.ReadAll(new StringReader(text)).All(matrix => matrix.Dimension > 0);
                }
                catch (FormatException problem)
                {
                    return problem.Message.StartsWith("Line ", StringComparison.Ordinal);
                }
            },
            iter: 20000);

    [Theory]
    [InlineData(new[] { 0, 0 }, new[] { 0, 1, 2 }, "rowOrder")]
    [InlineData(new[] { 1, 0 }, new[] { 0, 1, 3 }, "columnOrder")]
    [InlineData(new[] { 1, 0 }, new[] { 0, 1 }, "columnOrder")]
    public static void An_order_that_is_no_permutation_is_refused(int[] rows, int[] columns, string parameter) =>
        Assert.Throws<ArgumentException>(parameter, () => ConfigurationMatrix.Parse("3 0 1; 0 3 1").Permuted(rows, columns));

    [Fact]
    public static void Equality_is_by_entries_in_their_places()
    {
        var matrix = ConfigurationMatrix.Parse("3 0 1; 0 3 1");

        Assert.Equal(matrix, ConfigurationMatrix.Parse("3 0 1; 0 3 1"));
        Assert.Equal(matrix.GetHashCode(), ConfigurationMatrix.Parse("3 0 1; 0 3 1").GetHashCode());
        Assert.NotEqual(matrix, ConfigurationMatrix.Parse("0 3 1; 3 0 1"));
    }
}
