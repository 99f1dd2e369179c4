using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Noether.Repository.Tests;

/// <summary>The code in docs/library.md is that of samples which the build compiles, and they print what stands under it.</summary>
public static partial class SampleTests
{
    public static TheoryData<string> Samples => [.. Blocks().Select(block => block.Groups["sample"].Value)];

    [Fact]
    public static void The_document_shows_several_samples_and_no_other_code()
    {
        Assert.True(Blocks().Length >= 3);
        Assert.Equal(Blocks().Length, SourceTree.Text("docs/library.md").Split("```csharp").Length - 1);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public static void The_code_is_that_of_the_sample_and_prints_what_the_document_says(string sample)
    {
        var block = Blocks().Single(block => block.Groups["sample"].Value == sample);

        Assert.Equal(SourceTree.Text($"samples/{sample}/Program.cs"), block.Groups["code"].Value);
        Assert.Equal(block.Groups["output"].Value, Run(sample));
    }

    [Fact]
    public static void The_sample_of_the_README_finds_the_rotation() => Assert.StartsWith("so(2)\n[[", Run("FindSymmetry"), StringComparison.Ordinal);

    private static Match[] Blocks() => Block().Matches(SourceTree.Text("docs/library.md")).ToArray();

    private static string Run(string sample)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{sample}.dll")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    [GeneratedRegex(@"\(\.\./samples/(?<sample>\w+)/Program\.cs\)\)\.\n\n```csharp\n(?<code>.*?)```\n\nIt prints\n\n```text\n(?<output>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
