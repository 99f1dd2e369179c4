using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.Data;
using Noether.Files;

namespace Noether.Cli;

/// <summary>The options that say what the columns of a table of samples are.</summary>
internal sealed class SampleOptions
{
    private readonly Option<string[]> _labels = new("--label")
    {
        Description = "Column with class labels; give it again for several heads.",
        HelpName = "COL",
    };

    private readonly Option<string[]> _values = new("--value")
    {
        Description = "Column with values of a function, to be made into classes; give it again for several heads.",
        HelpName = "COL",
    };

    private readonly Option<string?> _labelFile = new("--labels")
    {
        Description = "A file with labels or values: a row for each sample, in their order; for a folder of pictures with their names in a column \"file\". A single column is \"label\".",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _ignored = new("--ignore")
    {
        Description = "Column that is neither coordinate nor label; may be given again.",
        HelpName = "COL",
    };

    private readonly Option<string[]> _used = new("--use")
    {
        Description = "Column that is a coordinate; the coordinates are then exactly these, in this order. May be given again.",
        HelpName = "COL",
    };

    private readonly Option<int> _classes = new("--classes")
    {
        Description = "Classes that a --value column is cut into, with equally many samples each.",
        DefaultValueFactory = _ => 11,
        HelpName = "K",
    };

    private readonly Option<string?> _levels = new("--levels")
    {
        Description = "Instead of --classes: windows about these values; samples outside are dropped and counted. Needs --width.",
        HelpName = "FIRST:LAST:STEP",
    };

    private readonly Option<double?> _width = new("--width")
    {
        Description = "How far a value may be from its level.",
        HelpName = "W",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="data">Its argument that names the samples; a folder of pictures names their classes itself.</param>
    public static SampleOptions AddTo(Command command, Argument<string> data)
    {
        var options = new SampleOptions();
        options._classes.Validators.Add(result => RunOptions.RequireAtLeast(result, 2));
        foreach (var option in new Option[] { options._labels, options._values, options._labelFile, options._ignored, options._used, options._classes, options._levels, options._width })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (!options.AreNamed(result) && result.GetValue(options._labelFile) is null && !Directory.Exists(result.GetValue(data)))
            {
                result.AddError("Name the column that holds the classes with --label COL, or a function's values with --value COL.");
            }

            if (result.GetValue(options._levels) is null != result.GetValue(options._width) is null)
            {
                result.AddError("--levels FIRST:LAST:STEP and --width W belong together; give both or neither.");
            }

            if (result.GetValue(options._levels) is { } levels && result.GetValue(options._width) is { } width && ReasonAgainst(levels, width) is { } reason)
            {
                result.AddError(reason);
            }
        });
        return options;
    }

    /// <summary>The file with the labels; null where the samples have them.</summary>
    public string? LabelFile(ParseResult parsed) => parsed.GetValue(_labelFile);

    /// <summary>What the user gave; without a name, the column "label" of a folder or a file of labels.</summary>
    public TableRoles Read(ParseResult parsed) => new()
    {
        Labels = AreNamed(parsed.CommandResult) ? [.. parsed.GetValue(_labels) ?? []] : [SampleTable.LabelColumn],
        Values = [.. parsed.GetValue(_values) ?? []],
        Ignored = [.. parsed.GetValue(_ignored) ?? []],
        Used = [.. parsed.GetValue(_used) ?? []],
        Classes = parsed.GetValue(_classes),
        Levels = parsed.GetValue(_levels) is { } levels ? ValueWindows.Parse(levels, parsed.GetValue(_width)!.Value) : null,
    };

    private bool AreNamed(SymbolResult result) => (result.GetValue(_labels) ?? []).Length + (result.GetValue(_values) ?? []).Length > 0;

    private static string? ReasonAgainst(string levels, double width)
    {
        try
        {
            ValueWindows.Parse(levels, width);
            return null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return $"--levels, --width: {exception.Message}";
        }
    }
}
