using CsCheck;
using Noether.CalabiYau.Lists;

namespace Noether.CalabiYau.Tests.Lists;

public static class MalformedListTests
{
    [Theory]
    [InlineData("NumPs  : 2\nNumPol : 3\nEta    : -18", "NumPol : 3\nNumPs  : 2\nEta    : -18", 13, "expected \"NumPs : ...\"")]
    [InlineData("Num    : 7\n", "", 12, "expected \"Num : ...\", got \"NumPs  : 2\"")]
    [InlineData("Eta    : -18\nH11    : 14\nH21    : 23\nC2     : {36, 36}\nRedun  : {9", "Eta    : -20\nH11    : 14\nH21    : 23\nC2     : {36, 36}\nRedun  : {9", 12, "2 (H11 - H21) is -18")]
    [InlineData("Num    : 9", "Num    : 6", 23, "label 6 follows 7")]
    [InlineData("Num    : 9", "Num    : nine", 23, "\"nine\" is not a whole number")]
    [InlineData("Num    : 9", "Num    : 0", 23, "Num is 0")]
    [InlineData("{36, 36}\nRedun  : {9", "{36}\nRedun  : {9", 18, "the value of C2 has 2 integers; got 1")]
    [InlineData("{9, 0, 0, 0, 0}", "{9, 0, 0, 0}", 19, "the value of Redun has 5 integers; got 4")]
    [InlineData("{9, 0, 0, 0, 0}", "{7, 0, 0, 0, 0}", 19, "labels of other records")]
    [InlineData("{3, 0, 1}", "{3, 0}", 20, "row 1 of 2 has 3 integers; got 2")]
    [InlineData("{3, 0, 1}", "3, 0, 1", 20, "in braces")]
    [InlineData("{3, 0, 1}\n", "", 21, "the record ends here")]
    [InlineData("{0, 3, 1}", "{0, 3, 1}\n{0, 3, 1}", 22, "announces 2 rows")]
    [InlineData("{0, 3, 1}", "{0, 3, -1}", 12, "holds -1")]
    [InlineData("{0, 3, 1}", "{0, 1, 0}", 12, "Row 2 sums to 1")]
    [InlineData("NumPol : 3\nEta    : -18\nH11    : 14\nH21    : 23\nC2     : {36, 36}\nRedun  : {9", "NumPol : 300\nEta    : -18", 14, "NumPol is 300")]
    [InlineData("{0, 3, 1}", "{0, 3, 1.5}", 21, "\" 1.5\" is not a whole number")]
    [InlineData("{0, 3, 1}", "{0, 4, 1}", 12, "has dimension 4; a list of threefolds")]
    [InlineData("{3, 0, 1}\n{0, 3, 1}", "{4, 0, 0}\n{0, 4, 0}", 12, "Column 3 is zero")]
    [InlineData("{0, 3, 1}\n\n", "{0, 3, 1}\n", 22, "a blank line was expected")]
    [InlineData("{3, 0, 1}", "{3, 0, 16}", 12, "row 1, column 3 holds 16")]
    [InlineData("Num    : 7", "Num    : 3", 12, "label 3 follows 3")]
    [InlineData("{9, 0, 0, 0, 0}", "{-9, 0, 0, 0, 0}", 19, "labels of other records or 0")]
    [InlineData("H11    : 14\nH21    : 23", "H11    : -9\nH21    : 0", 16, "H11 is -9")]
    [InlineData("C2     : {36, 36}\nRedun  : {9", "Redun  : {9", 18, "expected \"C2 : ...\"")]
    public static void A_malformed_record_is_named_with_its_line(string right, string wrong, int line, string reason)
    {
        var place = SampleList.Text.IndexOf(right, StringComparison.Ordinal);
        var text = string.Concat(SampleList.Text.AsSpan(0, place), wrong, SampleList.Text.AsSpan(place + right.Length));

        var problem = Assert.Throws<CicyListException>(() => CicyList.Read(new StringReader(text), "sample"));

        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
        Assert.StartsWith($"sample line {line}: ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void An_unfinished_file_is_named_with_its_last_line()
    {
        var text = SampleList.Text[..SampleList.Text.IndexOf("Redun", StringComparison.Ordinal)].TrimEnd();

        var problem = Assert.Throws<CicyListException>(() => CicyList.Read(new StringReader(text), "sample"));

        Assert.Contains("the end of the file", problem.Message, StringComparison.Ordinal);
        Assert.Equal(text.Split('\n').Length, problem.Line);
    }

    [Fact]
    public static void An_empty_file_is_an_empty_list() => Assert.Empty(CicyList.Read(new StringReader("\n\n"), "sample").Records);

    [Fact]
    public static void Mutated_files_are_read_or_refused_and_never_crash() =>
        Gen.Select(Gen.Int[0, SampleList.Text.Length - 1], Gen.Int[0, 12], Gen.String[Gen.Char["{}0123456789-,: \nNumaPs\u0000\u00e9"], 0, 6])
            .Array[1, 4]
            .Sample(
                edits =>
                {
                    var text = edits.Aggregate(SampleList.Text, Edited);
                    try
                    {
                        CicyList.Read(new StringReader(text), "fuzz");
                    }
                    catch (CicyListException problem)
                    {
                        return problem.Line >= 1 && problem.Line <= text.Count(c => c == '\n') + 1;
                    }

                    return true;
                },
                iter: 20000);

    [Fact]
    public static void Damaged_archives_are_refused_or_hold_the_list_and_never_crash()
    {
        var packed = SampleList.Packed();
        Gen.Select(Gen.Int[2, packed.Length - 1], Gen.Byte, Gen.Int[0, 40]).Sample(
            (place, value, cut) =>
            {
                byte[] damaged = [.. packed[..^cut]];
                damaged[Math.Min(place, damaged.Length - 1)] = value; // not the first two bytes, which say that it is an archive
                try
                {
                    return CicyList.Read(new MemoryStream(damaged), "fuzz").Records.Length == 3;
                }
                catch (CicyListException problem)
                {
                    return problem.Message.StartsWith("fuzz line ", StringComparison.Ordinal);
                }
            },
            iter: 5000);
    }

    private static string Edited(string text, (int Start, int Length, string Insert) edit)
    {
        var start = Math.Min(edit.Start, text.Length);
        return text.Remove(start, Math.Min(edit.Length, text.Length - start)).Insert(start, edit.Insert);
    }
}
