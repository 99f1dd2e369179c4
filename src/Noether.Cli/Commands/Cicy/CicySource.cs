using System.CommandLine;
using Noether.CalabiYau.Lists;
using Noether.Files;

namespace Noether.Cli.Commands.Cicy;

/// <summary>The list that the cicy commands work on: a file, or the published list where it is found.</summary>
internal sealed class CicySource
{
    private readonly Option<string?> _file = new("--list")
    {
        Description = "A list in the format of the published one, plain or gzip; the published list unless given.",
        HelpName = "FILE",
    };

    private readonly Option<int> _every = new("--every")
    {
        Description = "Keep only entries whose label this number divides; 8 gives an eighth.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    /// <summary>Adds the options to a command.</summary>
    public static CicySource AddTo(Command command)
    {
        var source = new CicySource();
        source._every.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
        command.Options.Add(source._file);
        command.Options.Add(source._every);
        return source;
    }

    /// <summary>What was asked for, as text for settings files.</summary>
    public string Describe(ParseResult parsed) => $"list {parsed.GetValue(_file) ?? CicyList.FileName}, every {parsed.GetValue(_every)}";

    /// <summary>Runs an action on the list; reports a list that is missing or malformed on standard error.</summary>
    public int With(ParseResult parsed, Func<CicyList, int> action)
    {
        var path = parsed.GetValue(_file) ?? DataSets.Find(DataSets.Cicy);
        if (path is null)
        {
            Console.Error.WriteLine($"noether: the list of threefolds was not found; set {DataSets.Variable} to the folder that holds {CicyList.FileName}, or name a file with --list");
            return ExitCode.Missing;
        }

        try
        {
            using var file = File.OpenRead(path);
            var list = CicyList.Read(file, path);
            var every = parsed.GetValue(_every);
            return action(new([.. list.Records.Where(record => record.Label % every == 0)]));
        }
        catch (Exception problem) when (problem is CicyListException or IOException or UnauthorizedAccessException or InvalidDataException or OutputFolderException or FormatException)
        {
            Console.Error.WriteLine($"noether: {problem.Message}");
            return ExitCode.Data;
        }
    }
}
