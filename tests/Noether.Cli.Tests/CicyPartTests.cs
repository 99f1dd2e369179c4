namespace Noether.Cli.Tests;

/// <summary>Parts of a list, and files of representatives in parts.</summary>
public static class CicyPartTests
{
    [Fact]
    public static void Representatives_are_written_once_and_again_only_where_parts_are_missing()
    {
        using var folder = new TemporaryFolder();
        string[] command = ["cicy", "expand", "--cap", "5", "--list", folder.Write("list.txt", CicyTests.List), "--out", folder["parts"]];
        var first = NoetherProcess.Run(command);
        var bytes = File.ReadAllBytes(folder["parts/part-00000.parquet"]);
        File.Delete(folder["parts/part-00000.parquet"]);

        var second = NoetherProcess.Run(command);
        var third = NoetherProcess.Run([.. command, "--seed", "9"]);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("6 matrices", first.Output, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(folder["parts/part-00000.parquet"]));
        Assert.Equal(2, third.ExitCode);
        Assert.Contains("other settings", third.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void Parts_of_other_entries_of_the_list_do_not_mix_and_no_entry_is_said_in_words()
    {
        using var folder = new TemporaryFolder();
        string[] command = ["cicy", "expand", "--cap", "2", "--list", folder.Write("list.txt", Line(3) + Line(4)), "--out"];

        Assert.Equal(0, NoetherProcess.Run([.. command, folder["parts"], "--every", "3"]).ExitCode);
        Assert.Equal(0, NoetherProcess.Run([.. command, folder["parts"], "--every", "3"]).ExitCode);
        var mixed = NoetherProcess.Run([.. command, folder["parts"], "--every", "4"]); // one entry too, but another
        Assert.Equal(2, mixed.ExitCode);
        Assert.Contains("other settings", mixed.Error, StringComparison.Ordinal);

        var empty = NoetherProcess.Run([.. command, folder["empty"], "--every", "5"]);
        Assert.Equal(0, empty.ExitCode);
        Assert.StartsWith("No entry of the list is left (2 were left out), so nothing was written", empty.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_part_of_a_list_is_checked_against_the_whole()
    {
        using var folder = new TemporaryFolder();
        var list = CicyTests.List
            .Replace("{24, 44}\nRedun  : {0", "{24, 44}\nRedun  : {2", StringComparison.Ordinal)
            .Replace("{50}\nRedun  : {0", "{50}\nRedun  : {1", StringComparison.Ordinal);
        var result = NoetherProcess.Run("cicy", "check", "--classes", "--every", "2", "--list", folder.Write("list.txt", list), "--out", folder["out"]);

        Assert.Equal((0, true), (result.ExitCode, result.Output.Contains("states: 0 pairs", StringComparison.Ordinal)));
        Assert.DoesNotContain("CON008", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public static void A_matrix_with_too_many_splittings_ends_with_2_and_is_named(string threads)
    {
        using var folder = new TemporaryFolder();
        var rows = string.Concat(Enumerable.Range(0, 17).Select(row => $"{{{string.Join(", ", Enumerable.Range(0, 14).Select(column => column == 0 || column == 1 + (row % 13) ? 1 : 0))}}}\n"));
        var wide = $"Num : 401\nNumPs : 17\nNumPol : 14\nEta : 0\nH11 : 19\nH21 : 19\nC2 : {{{string.Join(", ", Enumerable.Repeat(0, 17))}}}\nRedun : {{0, 0, 0, 0, 0}}\n{rows}\n";
        var result = NoetherProcess.Run("cicy", "check", "--classes", "--threads", threads, "--list", folder.Write("list.txt", Line(1) + wide), "--out", folder["out"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("noether: Entry 401: Column 14 of P1[0 ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("defect", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_run_that_was_killed_goes_on_and_ends_with_the_same_parts()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("list.txt", string.Concat(Enumerable.Range(1, 400).Select(Line)));
        string[] command = ["cicy", "expand", "--cap", "40", "--list", list, "--threads", "1", "--out"];
        NoetherProcess.RunAndKill(folder["killed/part-00001.parquet"], [.. command, folder["killed"]]);
        var parts = Directory.GetFiles(folder["killed"], "*.parquet").Length;

        var rest = NoetherProcess.Run([.. command, folder["killed"]]);
        var whole = NoetherProcess.Run([.. command, folder["whole"]]);

        Assert.InRange(parts, 2, 12);
        Assert.Equal((0, 0), (rest.ExitCode, whole.ExitCode));
        Assert.Contains("are new, from part ", rest.Output, StringComparison.Ordinal);
        Assert.Equal(whole.Output.Split(" in parts")[0], rest.Output.Split(" in parts")[0]);
        Assert.All(Directory.GetFiles(folder["whole"], "*.parquet"), path => Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(folder[$"killed/{Path.GetFileName(path)}"])));
        Assert.Contains("CON015", whole.Output, StringComparison.Ordinal); // the sample repeats one matrix under many labels
    }

    private static string Line(int label) =>
        $"Num : {label}\nNumPs : 4\nNumPol : 1\nEta : -128\nH11 : 4\nH21 : 68\nC2 : {{24, 24, 24, 24}}\nRedun : {{0, 0, 0, 0, 0}}\n{{2}}\n{{2}}\n{{2}}\n{{2}}\n\n";
}
