using System.Runtime.CompilerServices;
using Noether.Cli;
using Noether.Cli.Commands.Paper;
using Noether.Reporting.Validation;

namespace Noether.Validation;

/// <summary>The results that the repository keeps: validation/results/NAME.json, and a figure of each in docs/images/validation.</summary>
public static class CommittedResults
{
    private const string Folder = "validation/results";

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, ".."));

    /// <summary>The full path of a file of the repository.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The text of a file of the repository.</summary>
    public static string Text(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>All results, in the order of the paper's figures.</summary>
    public static ImmutableArray<ExperimentResult> Read() =>
    [
        .. Directory.EnumerateFiles(PathOf(Folder), "*.json").SelectMany(path => ReadFile(path)).OrderBy(result => result.Shows, StringComparer.Ordinal),
    ];

    /// <summary>Takes over the finished experiments of a run, with the first figure of each.</summary>
    /// <param name="folder">The out folder of "noether paper all".</param>
    /// <param name="names">The experiments to take; all where it is empty.</param>
    /// <exception cref="InvalidDataException">One of them is not of the size and seed of results that are kept; nothing was taken over.</exception>
    public static void Adopt(string folder, IReadOnlyCollection<string> names)
    {
        var results = ReadFile(Path.Combine(folder, "validation.json")).Where(result => result.State == ExperimentState.Finished && (names.Count == 0 || names.Contains(result.Name))).ToArray();
        if (results.FirstOrDefault(result => !IsWhole(result)) is { } part)
        {
            throw new InvalidDataException($"{folder}: {part.Name} was made by \"{part.Command}\"; results that are kept are those of \"{WholeCommand(part.Name)}\". Nothing was taken over.");
        }

        foreach (var result in results)
        {
            File.WriteAllText(PathOf($"{Folder}/{result.Name}.json"), ValidationJson.ToText([result]));
            if (result.Figures is [var first, ..])
            {
                var target = PathOf(ValidationDocuments.FigurePath(result));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(Path.Combine(folder, result.Name, first), target, overwrite: true);
            }
        }
    }

    /// <summary>Whether a result is of the paper's size, with figures, at seed 0.</summary>
    public static bool IsWhole(ExperimentResult result) => result.Command == WholeCommand(result.Name);

    private static string WholeCommand(string name)
    {
        var settings = new RunSettings(Seed: 0, Threads: 1, OutFolder: "", Json: false, Quiet: false, Figures: true);
        return PaperExperiment.All.FirstOrDefault(experiment => experiment.Name == name) is { } experiment
            ? RunSession.Line(experiment.Words(settings, quick: false))
            : "noether paper all";
    }

    private static ImmutableArray<ExperimentResult> ReadFile(string path)
    {
        using var stream = File.OpenRead(path);
        return ValidationJson.Read(stream);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
