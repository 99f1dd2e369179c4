using System.Text;
using System.Text.Json;
using CsCheck;
using Noether.Numerics;
using Noether.Reports;

namespace Noether.Reporting.Tests;

public static class ReportJsonTests
{
    [Fact]
    public static void The_file_is_what_was_approved() => Snapshot.Matches("report.json", ReportJson.ToText(SampleReport.MexicanHat));

    [Fact]
    public static void A_report_that_holds_the_least_has_no_other_field()
    {
        using var document = JsonDocument.Parse(ReportJson.ToText(SampleReport.Bare));

        Assert.Equal(["schema", "command", "version", "seed", "threads", "seconds", "repeat", "verdict"], document.RootElement.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public static void Reading_and_writing_again_gives_the_same_file()
    {
        var complete = SampleReport.MexicanHat with { Figures = [], Arrays = [] };

        Assert.Equal(ReportJson.ToText(complete), ReportJson.ToText(Read(ReportJson.ToText(complete))));
        Assert.Equal(ReportJson.ToText(SampleReport.Bare), ReportJson.ToText(Read(ReportJson.ToText(SampleReport.Bare))));
    }

    [Fact]
    public static void Every_finite_entry_of_a_matrix_comes_back_with_the_same_bits() =>
        Gen.Double.Where(double.IsFinite).Array[9].Sample(entries =>
        {
            var matrix = Matrix.FromEntries(3, 3, entries);
            return Read(ReportJson.ToText(With(matrix))).Generators!.Matrices[0].Equals(matrix);
        });

    [Fact]
    public static void Every_text_comes_back_unchanged() =>
        Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(text => Read(ReportJson.ToText(SampleReport.Bare with { Verdict = text })).Verdict == text);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public static void A_number_that_is_not_finite_is_the_text_NaN(double value)
    {
        var report = With(Matrix.FromRows([value])) with { Seconds = value, Orbits = [new("a", 0, 1, value, value)], Claims = [new("x", value, 1, Holds: false)] };
        var text = ReportJson.ToText(report);

        using var document = JsonDocument.Parse(text);
        Assert.Equal("NaN", document.RootElement.GetProperty("seconds").GetString());
        Assert.Equal(double.NaN, Read(text).Orbits!.Value[0].Jump);
        Assert.Equal(double.NaN, Read(text).Claims!.Value[0].Value.Number);
        Assert.Equal(double.NaN, Read(text).Generators!.Matrices[0][0, 0]);
    }

    [Theory]
    [InlineData("not json", "This is not JSON")]
    [InlineData("[]", "$ should be an object")]
    [InlineData("{}", "$ lacks the field \"schema\"")]
    [InlineData("""{"schema": 2}""", "schema 2; this version reads schema 1")]
    [InlineData("""{"schema": "1"}""", "$.schema should be a whole number; it is \"1\"")]
    public static void A_file_that_is_no_report_is_refused_with_the_place(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[[0.0013,-0.7071],[0.7071,-0.0008]]", "[[1],[0.7071,-0.0008]]", "$.generators.matrices[0][1] has 2 entries; row 0 has 1.")]
    [InlineData("[[0.0013,-0.7071],[0.7071,-0.0008]]", "[]", "$.generators.matrices[0] should be a matrix")]
    [InlineData("\"compact\": true", "\"compact\": 1", "$.algebra.compact should be true or false; it is 1.")]
    [InlineData("\"severity\":\"note\"", "\"severity\":\"bad\"", "$.findings[1].severity should be \"note\", \"caution\" or \"contradiction\"")]
    public static void A_broken_field_is_named_with_its_path(string original, string broken, string expected)
    {
        var text = ReportJson.ToText(SampleReport.MexicanHat);
        Assert.Contains(original, text, StringComparison.Ordinal);

        var error = Assert.Throws<FormatException>(() => Read(text.Replace(original, broken, StringComparison.Ordinal)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static Report With(Matrix matrix) => SampleReport.Bare with { Generators = new("lie-pca", 1, [1], [matrix]) };

    private static Report Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return ReportJson.Read(stream);
    }
}
