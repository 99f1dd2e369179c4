using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Representatives;

namespace Noether.Cli.Commands.Cicy;

/// <summary>The options of commands that draw representatives.</summary>
internal sealed class RepresentativeSettings
{
    private readonly Option<string> _identities;
    private readonly Option<int> _cap;
    private readonly Option<int> _walk;
    private readonly Option<int> _walks;
    private readonly Option<int> _rows;
    private readonly Option<int> _columns;
    private readonly Option<int> _nodes;

    private RepresentativeSettings(RepresentativeOptions defaults, Func<ArgumentResult, IdentitySet> identities)
    {
        _identities = new("--identities")
        {
            Description = "Identities to walk with: L, B, C, D, F, A1, A2, ...",
            DefaultValueFactory = result => identities(result).ToString(),
            HelpName = "NAMES",
        };
        _cap = Number("--cap", "The largest number of matrices for each label; 1 for the list itself.", defaults.Cap);
        _walk = Number("--walk", "The longest walk.", defaults.LongestWalk);
        _walks = Number("--walks", "Walks after which a label is given up below its cap.", defaults.Walks);
        _rows = Number("--max-rows", "The largest number of rows.", defaults.MaxRows);
        _columns = Number("--max-columns", "The largest number of columns.", defaults.MaxColumns);
        _nodes = Number("--max-nodes", "The largest number of non-zero entries.", defaults.MaxNodes);
    }

    /// <summary>Adds the options to a command, with what holds where they are not given; identities may depend on other options.</summary>
    public static RepresentativeSettings AddTo(Command command, RepresentativeOptions defaults, Func<ArgumentResult, IdentitySet>? identities = null)
    {
        var settings = new RepresentativeSettings(defaults, identities ?? (_ => defaults.Identities));
        settings._identities.Validators.Add(result =>
        {
            try
            {
                IdentitySet.Parse(result.GetValueOrDefault<string>());
            }
            catch (FormatException problem)
            {
                result.AddError(problem.Message);
            }
        });
        foreach (var option in new[] { settings._cap, settings._walk, settings._walks, settings._rows, settings._columns, settings._nodes })
        {
            option.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
            command.Options.Add(option);
        }

        command.Options.Add(settings._identities);
        return settings;
    }

    /// <summary>What the user gave.</summary>
    public RepresentativeOptions Read(ParseResult parsed) => new()
    {
        Identities = IdentitySet.Parse(parsed.GetValue(_identities)!),
        Cap = parsed.GetValue(_cap),
        LongestWalk = parsed.GetValue(_walk),
        Walks = parsed.GetValue(_walks),
        MaxRows = parsed.GetValue(_rows),
        MaxColumns = parsed.GetValue(_columns),
        MaxNodes = parsed.GetValue(_nodes),
    };

    private static Option<int> Number(string name, string description, int value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "N" };
}
