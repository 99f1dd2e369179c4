using System.Text.Json;

namespace Noether.Cli.Tests;

public static class CicyTests
{
    /// <summary>Two entries in the published format.</summary>
    internal const string List =
        """
        Num    : 1
        NumPs  : 2
        NumPol : 1
        Eta    : -168
        H11    : 2
        H21    : 86
        C2     : {24, 44}
        Redun  : {0, 0, 0, 0, 0}
        {2}
        {4}

        Num    : 2
        NumPs  : 1
        NumPol : 1
        Eta    : -200
        H11    : 1
        H21    : 101
        C2     : {50}
        Redun  : {0, 0, 0, 0, 0}
        {5}


        """;

    [Fact]
    public static void Entries_are_listed_by_their_Hodge_numbers()
    {
        using var folder = new TemporaryFolder();
        var result = NoetherProcess.Run("cicy", "list", "--h11", "1", "--list", folder.Write("list.txt", List));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("1 of 2 entries.", result.Output, StringComparison.Ordinal);
        Assert.Contains("label  h11  h21  Euler  matrix\n    2    1  101   -200  P4[5]\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("P1[2]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static void Nothing_is_written_unless_a_folder_is_named_and_then_the_graph_is_drawn()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("list.txt", List);
        string[] command = ["cicy", "list", "--label", "1", "--json", "--list", list];
        var alone = NoetherProcess.Run(command);
        var result = NoetherProcess.Run([.. command, "--out", folder["out"]]);

        using var report = JsonDocument.Parse(result.Output);
        using var screen = JsonDocument.Parse(alone.Output);
        Assert.Equal("P1[2] / P3[4]", report.RootElement.GetProperty("configurations")[0].GetProperty("matrix").GetString());
        Assert.Equal("figures/graph.png", report.RootElement.GetProperty("figures")[0].GetString());
        Assert.False(screen.RootElement.TryGetProperty("figures", out _));
        Assert.Equal("PNG"u8.ToArray(), File.ReadAllBytes(folder["out/figures/graph.png"])[1..4]);
        Assert.Contains("<svg", File.ReadAllText(folder["out/figures/graph.svg"]), StringComparison.Ordinal);
        Assert.Equal(result.Output, File.ReadAllText(folder["out/report.json"]));
    }

    [Fact]
    public static void A_list_is_checked_and_a_wrong_number_found()
    {
        using var folder = new TemporaryFolder();
        var right = NoetherProcess.Run("cicy", "check", "--list", folder.Write("right.txt", List), "--out", folder["right"]);
        var wrong = NoetherProcess.Run("cicy", "check", "--list", folder.Write("wrong.txt", List.Replace("{50}", "{52}", StringComparison.Ordinal)), "--out", folder["wrong"]);

        Assert.Equal((0, 0), (right.ExitCode, wrong.ExitCode));
        Assert.Contains("3 of 3 hold", right.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 3 hold", wrong.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CON006", right.Output, StringComparison.Ordinal);
        Assert.Contains("CON006  Entry 2 (line 12)", wrong.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static void Classes_of_identical_entries_are_files_of_the_report()
    {
        using var folder = new TemporaryFolder();
        var result = NoetherProcess.Run("cicy", "check", "--classes", "--list", folder.Write("list.txt", List), "--out", folder["out"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("2 entries with Hodge numbers fall into 2 classes of identical manifolds, at least 2 of them different", result.Output, StringComparison.Ordinal);
        Assert.Equal("label,class,group,h11,h21\n1,1,0,2,86\n2,2,1,1,101\n", File.ReadAllText(folder["out/classes.csv"]));
        Assert.Equal("first,second,relation,evidence,stated\n", File.ReadAllText(folder["out/pairs.csv"]));
    }

    [Fact]
    public static void A_malformed_list_ends_with_2_and_names_the_line()
    {
        using var folder = new TemporaryFolder();
        var result = NoetherProcess.Run("cicy", "check", "--list", folder.Write("list.txt", List.Replace("{5}", "{five}", StringComparison.Ordinal)), "--out", folder["out"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("line 20", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_matrix_is_reduced_and_its_topology_printed()
    {
        var result = NoetherProcess.Run("cicy", "canonical", "1 1; 1 1; 4 0");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("reduced      P1[2] / P3[4]   by B", result.Output, StringComparison.Ordinal);
        Assert.Contains("Euler number -168", result.Output, StringComparison.Ordinal);
        Assert.Equal(2, NoetherProcess.Run("cicy", "canonical", "1 x").ExitCode);
    }

    [Fact]
    public static void A_malformed_matrix_in_a_file_is_named_with_file_and_line()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("matrices.txt", "P4[5]\n\nP3[3 0 1] / P4[0 3 1]\n");
        var result = NoetherProcess.Run("cicy", "canonical", file);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains($"{file}: Line 3: Row 2 says P4", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_fourfold_is_as_good_as_a_threefold() =>
        Assert.Contains("dimension 4, Euler number 2610", NoetherProcess.Run("cicy", "canonical", "6").Output, StringComparison.Ordinal);

    [Fact]
    public static void Input_vectors_come_with_their_dictionary()
    {
        using var folder = new TemporaryFolder();
        var result = NoetherProcess.Run("cicy", "features", "--list", folder.Write("list.txt", List), "--out", folder["features"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("2 input vectors of length 5: 3 node types and 2 eigenvalues", result.Output, StringComparison.Ordinal);
        Assert.Equal("NeighbourDegrees\n2||4\n4||2\n5||\n", File.ReadAllText(folder["features/dictionary.txt"]));
        Assert.True(File.Exists(folder["features/features.npy"]));
    }

    [Fact]
    public static void A_training_writes_its_network_and_the_analysis_takes_it_up()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("list.txt", List);
        var train = NoetherProcess.Run("cicy", "train", "--cap", "8", "--epochs", "4", "--list", list, "--out", folder["out"], "--quiet");
        var analyse = NoetherProcess.Run("cicy", "analyse", "--cap", "8", "--epochs", "4", "--list", list, "--out", folder["out"], "--quiet", "--no-figures");
        var untrained = NoetherProcess.Run("cicy", "analyse", "--cap", "8", "--epochs", "4", "--list", list, "--out", folder["empty"], "--quiet");
        var absent = NoetherProcess.Run("cicy", "analyse", "--cap", "8", "--epochs", "4", "--list", list, "--out", folder["out"], "--quiet", "--entry", "7");
        var other = NoetherProcess.Run("cicy", "analyse", "--cap", "8", "--epochs", "4", "--list", list, "--out", folder["out"], "--quiet", "--seed", "1");

        Assert.Equal((0, ""), (train.ExitCode, train.Error));
        Assert.Equal((0, ""), (analyse.ExitCode, analyse.Error));
        Assert.True(File.Exists(folder["out/classifier.safetensors"]) && File.Exists(folder["out/dictionary.txt"]));
        Assert.Equal((2, 2, 2), (untrained.ExitCode, absent.ExitCode, other.ExitCode));
        Assert.Contains("train with the same options", untrained.Error, StringComparison.Ordinal);
        Assert.Contains("an entry 7 among those that are learned", absent.Error, StringComparison.Ordinal);
        Assert.Contains("other data, options or seed", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_training_that_was_killed_goes_on_and_ends_with_the_same_network()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("list.txt", List);
        string[] command = ["cicy", "train", "--cap", "8", "--epochs", "100", "--list", list, "--out"];
        NoetherProcess.RunAndKill(folder["killed/training.checkpoint"], [.. command, folder["killed"]]);
        Assert.False(File.Exists(folder["killed/classifier.safetensors"]));

        var rest = NoetherProcess.Run([.. command, folder["killed"], "--quiet", "--threads", "1"]);
        var whole = NoetherProcess.Run([.. command, folder["whole"], "--quiet"]);

        Assert.Equal((0, 0), (rest.ExitCode, whole.ExitCode));
        Assert.Equal(File.ReadAllBytes(folder["whole/classifier.safetensors"]), File.ReadAllBytes(folder["killed/classifier.safetensors"]));
    }
}
