using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.Files;

namespace Noether.Cli;

/// <summary>What is wrong with a command line: what matters first, and where to read more.</summary>
internal static class UsageError
{
    /// <summary>Says it and gives the exit code.</summary>
    public static int Say(ParseResult parsed, TextWriter error)
    {
        foreach (var message in Messages(parsed))
        {
            error.WriteLine(RunSession.MessagePrefix + message);
        }

        error.WriteLine($"More about it: {FullName(parsed.CommandResult)} --help");
        return ExitCode.Usage;
    }

    /// <summary>A word that means nothing comes alone: other errors mostly follow from it.</summary>
    private static IEnumerable<string> Messages(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return parsed.UnmatchedTokens switch
        {
            [var word, ..] => [Unknown(word, command)],
            _ when command.Subcommands.Count > 0 => [$"{FullName(parsed.CommandResult)} needs one of {Names(command.Subcommands)}."],
            _ => parsed.Errors.Select(error => error.Message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal)).Distinct(),
        };
    }

    private static string Unknown(string word, Command command)
    {
        if (word.StartsWith('-'))
        {
            var options = command.Options.SelectMany(option => option.Aliases.Prepend(option.Name));
            return $"there is no option {word}; {Meant(word, options, "see the help for those there are.")}";
        }

        return command.Subcommands.Count > 0
            ? $"there is no command '{word}'; {Meant(word, command.Subcommands.Select(other => other.Name), $"there are {Names(command.Subcommands)}.")}"
            : $"the word '{word}' is one too many.";
    }

    private static string Meant(string word, IEnumerable<string> candidates, string otherwise) => NearNames.Of(word, candidates) is { Length: > 0 } near ? $"did you mean {string.Join(" or ", near)}?" : otherwise;

    private static string Names(IEnumerable<Command> commands) => string.Join(", ", commands.Select(command => command.Name));

    private static string FullName(CommandResult result) => result.Parent is CommandResult parent ? $"{FullName(parent)} {result.Command.Name}" : "noether";
}
