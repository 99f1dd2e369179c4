using System.CommandLine;
using System.Security.Cryptography;
using Noether.CalabiYau.Lists;
using Noether.Experiments.Configurations;
using Noether.Files;
using Noether.Reports;

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

    /// <summary>Carries out a run on the list; one that is missing or malformed is reported on standard error.</summary>
    /// <param name="name">The command's name as it stands in the report.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="settings">The user's settings.</param>
    /// <param name="work">Makes the report.</param>
    /// <param name="cancellation">Set by Ctrl-C.</param>
    public Task<int> RunAsync(string name, ParseResult parsed, RunSettings settings, Func<ListSource, RunContext, Report> work, CancellationToken cancellation)
    {
        if ((parsed.GetValue(_file) ?? DataSets.Find(DataSets.Cicy)) is not { } path)
        {
            Console.Error.WriteLine($"noether: the list of threefolds was not found; noether data fetch cicy fetches it, {DataSets.Variable} names a folder that holds {CicyList.FileName}, and --list any other file");
            return Task.FromResult(ExitCode.Missing);
        }

        return RunSession.RunAsync(name, parsed, settings, (context, _) => work(Read(path, parsed.GetValue(_every)), context), cancellation);
    }

    private static ListSource Read(string path, int every)
    {
        using var file = Open(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        file.Position = 0;
        var list = CicyList.Read(file, path);
        ImmutableArray<CicyRecord> kept = [.. list.Records.Where(record => record.Label % every == 0)];
        return new(path, hash, new(kept), list.Records.Length - kept.Length) { Whole = list };
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new IOException($"{path}: expected a list of configurations, found no file that can be read ({problem.Message}); check the name.", problem);
        }
    }
}
