using System.CommandLine;
using System.CommandLine.Parsing;

namespace Noether.Cli;

/// <summary>The options that every command has.</summary>
internal sealed class RunOptions
{
    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "All chance in the run comes from this number; the same seed gives the same result.",
        DefaultValueFactory = _ => 0,
        CustomParser = ParseSeed,
    };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads to use; they change the time, not the result.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<string> _out = new("--out") { HelpName = "DIR" };

    private readonly Option<bool> _json = new("--json") { Description = "Print report.json's text on standard output, and nothing else there." };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "No progress on standard error." };

    private readonly Option<bool> _noFigures = new("--no-figures") { Description = "Leave out the figures (and the t-SNE map that they need)." };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="folder">The folder for results unless the user names one; empty for a command that answers on the screen and writes nothing then.</param>
    public static RunOptions AddTo(Command command, string folder = "out")
    {
        var options = new RunOptions();
        options._out.DefaultValueFactory = _ => folder;
        options._out.Description = $"Folder for report.html, report.json and figures; made if needed; an earlier report in it is replaced (a finished one not by an interrupted run), other files stay (as NAME.kept where a name is needed).{(folder.Length == 0 ? " Unless given, nothing is written." : "")}";
        options._out.Validators.Add(RequireName);
        options._threads.Validators.Add(result => RequireAtLeast(result, 1));
        foreach (var option in new Option[] { options._seed, options._threads, options._out, options._json, options._quiet, options._noFigures })
        {
            command.Options.Add(option);
        }

        return options;
    }

    /// <summary>The option of commands that train networks.</summary>
    public static Option<int> Repeats()
    {
        var option = new Option<int>("--repeats")
        {
            Description = "Further networks trained from other seeds, to see whether they find the same orbits.",
            DefaultValueFactory = _ => 0,
            HelpName = "R",
        };
        option.Validators.Add(result => RequireAtLeast(result, 0));
        return option;
    }

    private static ulong ParseSeed(ArgumentResult result)
    {
        if (!ulong.TryParse(result.Tokens[0].Value, out var seed))
        {
            result.AddError($"--seed: expected a whole number from 0 to {ulong.MaxValue}, got '{result.Tokens[0].Value}'.");
        }

        return seed;
    }

    private static void RequireName(OptionResult result)
    {
        if (result.Tokens is [{ Value.Length: 0 }])
        {
            result.AddError($"{result.Option.Name}: expected the name of a folder, got ''.");
        }
    }

    /// <summary>Adds an error when the value is not a whole number of at least a bound.</summary>
    public static void RequireAtLeast(OptionResult result, int least)
    {
        if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var value) || value < least))
        {
            result.AddError($"{result.Option.Name}: expected a whole number of at least {least}, got '{result.Tokens[0].Value}'.");
        }
    }

    /// <summary>Adds an error when the value is not a finite number of at least a bound.</summary>
    public static void RequireAtLeast(OptionResult result, double least)
    {
        if (result.Tokens.Count > 0 && (!double.TryParse(result.Tokens[0].Value, out var value) || !double.IsFinite(value) || value < least))
        {
            result.AddError($"{result.Option.Name}: expected a number of at least {least}, got '{result.Tokens[0].Value}'.");
        }
    }

    /// <summary>What the user gave.</summary>
    public RunSettings Read(ParseResult parsed) => new(
        parsed.GetValue(_seed),
        parsed.GetValue(_threads),
        parsed.GetValue(_out)!,
        parsed.GetValue(_json),
        parsed.GetValue(_quiet),
        !parsed.GetValue(_noFigures));
}
