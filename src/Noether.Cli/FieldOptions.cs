using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.Files;
using Noether.Generators;
using Noether.Verification;

namespace Noether.Cli;

/// <summary>The options that say among which transformations of the coordinates to look.</summary>
internal sealed class FieldOptions
{
    private readonly Option<int> _fields = new("--fields") { Description = "The coordinates are M vectors of equal length, moved together.", DefaultValueFactory = _ => 1, HelpName = "M" };

    private readonly Option<int[]> _conjugate = new("--conjugate") { Description = "Field, counted from 0, in the conjugate representation; may be given again.", HelpName = "I" };

    private readonly Option<string?> _complex = new("--complex") { Description = "The fields are complex: pairs (re, im, re, im, ...) or blocks (all re, then all im). Conjugate fields need to know.", HelpName = "pairs|blocks" };

    private readonly Option<string?> _space = new("--space")
    {
        Description = "Restrict the search: rotations (and translations), linear maps, or affine maps. Default: as general as the samples allow.",
        HelpName = "rotations|linear|affine",
    };

    private readonly Option<double> _tolerance = new("--tolerance")
    {
        Description = "The largest asymmetry of a symmetry, between 0 and 1.",
        DefaultValueFactory = _ => new SymmetryTestOptions().Tolerance,
        HelpName = "D",
    };

    private readonly Option<double> _confidence = new("--confidence")
    {
        Description = "How sure each bound of the asymmetry is, from 0.5 to below 1.",
        DefaultValueFactory = _ => new SymmetryTestOptions().Confidence,
        HelpName = "P",
    };

    /// <summary>Adds tolerance and confidence alone to a command.</summary>
    public static FieldOptions AddVerdictTo(Command command)
    {
        var options = new FieldOptions();
        options._tolerance.Validators.Add(result => Require(result, value => value is > 0 and < 1, "a number between 0 and 1"));
        options._confidence.Validators.Add(result => Require(result, value => value is >= 0.5 and < 1, "a number from 0.5 to below 1"));
        command.Options.Add(options._tolerance);
        command.Options.Add(options._confidence);
        return options;
    }

    /// <summary>Adds the options to a command.</summary>
    public static FieldOptions AddTo(Command command)
    {
        var options = AddVerdictTo(command);
        options._fields.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
        options._complex.AcceptOnlyFromAmong("pairs", "blocks");
        options._space.AcceptOnlyFromAmong("rotations", "linear", "affine");
        foreach (var option in new Option[] { options._fields, options._conjugate, options._complex, options._space })
        {
            command.Options.Add(option);
        }

        foreach (var (name, advice) in Replaced)
        {
            var old = new Option<bool>(name) { Hidden = true };
            old.Validators.Add(result =>
            {
                if (!result.Implicit)
                {
                    result.AddError($"{name} is gone: {advice}");
                }
            });
            command.Options.Add(old);
        }

        command.Validators.Add(options.Check);
        return options;
    }

    /// <summary>Whether the coordinates were said to be several vectors, or the search was restricted.</summary>
    public bool AreGiven(CommandResult result) => result.GetValue(_fields) > 1 || result.GetValue(_space) is not null;

    /// <summary>Whether the coordinates are several vectors, in which every column has its place.</summary>
    public bool AreTied(ParseResult parsed) => parsed.GetValue(_fields) > 1;

    /// <summary>Where to look, and when to believe.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="source">The table, for messages.</param>
    /// <param name="coordinates">The names of its coordinates.</param>
    public SymmetryFinderOptions Read(ParseResult parsed, string source, ImmutableArray<string> coordinates)
    {
        var fields = new FieldLayout(parsed.GetValue(_fields), [.. parsed.GetValue(_conjugate) ?? []])
        {
            Complex = parsed.GetValue(_complex) switch
            {
                "pairs" => ComplexLayout.Pairs,
                "blocks" => ComplexLayout.Blocks,
                _ => ComplexLayout.None,
            },
        };
        RequireFields(source, coordinates, fields);
        return new()
        {
            Fields = fields,
            Space = parsed.GetValue(_space) switch
            {
                "rotations" => GeneratorSpace.Rotations,
                "linear" => GeneratorSpace.Linear,
                "affine" => GeneratorSpace.Affine,
                _ => null,
            },
            Test = ReadTest(parsed),
        };
    }

    /// <summary>When to believe.</summary>
    public SymmetryTestOptions ReadTest(ParseResult parsed) => new() { Tolerance = parsed.GetValue(_tolerance), Confidence = parsed.GetValue(_confidence) };

    // What the kind of symmetry had to be said with, when it had to be said.
    private static ImmutableArray<(string Name, string Advice)> Replaced { get; } =
    [
        ("--linear", "no option needs to name the kind of symmetry now. Leave it out, or restrict the search with --space linear."),
        ("--affine", "no option needs to name the kind of symmetry now. Leave it out, or restrict the search with --space affine."),
        ("--whiten", "stretched rotations are found as what they are, and the report says in which units they rotate. Leave it out."),
    ];

    private static void Require(OptionResult result, Func<double, bool> holds, string expected)
    {
        if (!holds(result.GetValueOrDefault<double>()))
        {
            result.AddError($"{result.Option.Name}: expected {expected}, got '{string.Join(' ', result.Tokens)}'.");
        }
    }

    private static void RequireFields(string source, ImmutableArray<string> coordinates, FieldLayout fields)
    {
        try
        {
            fields.DimensionOf(coordinates.Length);
        }
        catch (ArgumentException exception)
        {
            throw new DataFileException(source, $"coordinates that {fields.Count} fields share evenly", $"{coordinates.Length} ({string.Join(", ", coordinates.Take(12))})", exception.Message.Split(" (Parameter", StringSplitOptions.None)[0]);
        }
    }

    private void Check(CommandResult result)
    {
        if (result.GetValue(_fields) > 1 && result.GetValue(_space) == "affine")
        {
            result.AddError("--space affine: vectors that are moved together share no translation; take --space linear, or leave --fields out.");
        }

        foreach (var field in result.GetValue(_conjugate) ?? [])
        {
            if (field < 0 || field >= result.GetValue(_fields))
            {
                result.AddError($"--conjugate: there are {result.GetValue(_fields)} fields, counted from 0; got {field}. Say how many with --fields M.");
            }
        }
    }
}
