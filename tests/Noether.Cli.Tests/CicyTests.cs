namespace Noether.Cli.Tests;

public static class CicyTests
{
    private const string List =
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
        var result = NoetherProcess.Run("cicy", "list", "--h11", "1", "--picture", folder["graph.svg"], "--list", folder.Write("list.txt", List));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(["label\th11\th21\tEuler\tmatrix", "2\t1\t101\t-200\tP4[5]"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("<svg", File.ReadAllText(folder["graph.svg"]), StringComparison.Ordinal);
    }

    [Fact]
    public static void A_list_is_checked_and_a_wrong_number_found()
    {
        using var folder = new TemporaryFolder();
        var right = NoetherProcess.Run("cicy", "check", "--list", folder.Write("right.txt", List));
        var wrong = NoetherProcess.Run("cicy", "check", "--list", folder.Write("wrong.txt", List.Replace("{50}", "{52}", StringComparison.Ordinal)));

        Assert.Equal(0, right.ExitCode);
        Assert.DoesNotContain("CON006", right.Output, StringComparison.Ordinal);
        Assert.Contains("CON006  Entry 2 (line 12)", wrong.Output, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_malformed_list_ends_with_2_and_names_the_line()
    {
        using var folder = new TemporaryFolder();
        var result = NoetherProcess.Run("cicy", "check", "--list", folder.Write("list.txt", List.Replace("{5}", "{five}", StringComparison.Ordinal)));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("line 20", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_matrix_is_reduced_and_its_topology_printed()
    {
        var result = NoetherProcess.Run("cicy", "canonical", "1 1; 1 1; 4 0");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("reduced    P1[2] / P3[4]   by B", result.Output, StringComparison.Ordinal);
        Assert.Contains("Euler number -168", result.Output, StringComparison.Ordinal);
        Assert.Equal(2, NoetherProcess.Run("cicy", "canonical", "1 x").ExitCode);
    }

    [Fact]
    public static void Representatives_are_written_once_and_again_only_where_parts_are_missing()
    {
        using var folder = new TemporaryFolder();
        string[] command = ["cicy", "expand", "--cap", "5", "--list", folder.Write("list.txt", List), "--out", folder["parts"]];
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
        var other = NoetherProcess.Run("cicy", "analyse", "--cap", "8", "--epochs", "4", "--list", list, "--out", folder["out"], "--quiet", "--seed", "1");

        Assert.Equal((0, ""), (train.ExitCode, train.Error));
        Assert.Equal((0, ""), (analyse.ExitCode, analyse.Error));
        Assert.True(File.Exists(folder["out/classifier.safetensors"]) && File.Exists(folder["out/dictionary.txt"]));
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("other data, options or seed", other.Error, StringComparison.Ordinal);
    }
}
