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

    private readonly Option<bool> _linear = new("--linear") { Description = "Look among all matrices, not only rotations: scalings, shears, boosts. By the invariants of the orbits." };

    /// <summary>Adds the options to a command.</summary>
    public static FieldOptions AddTo(Command command)
    {
        var options = new FieldOptions();
        options._fields.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
        options._complex.AcceptOnlyFromAmong("pairs", "blocks");
        foreach (var option in new Option[] { options._fields, options._conjugate, options._complex, options._linear })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(options.Check);
        return options;
    }

    /// <summary>Whether any transformations but rotations of the columns were asked for.</summary>
    public bool AreGiven(CommandResult result) => result.GetValue(_fields) > 1 || result.GetValue(_linear);

    /// <summary>Whether the coordinates are several vectors, in which every column has its place.</summary>
    public bool AreTied(ParseResult parsed) => parsed.GetValue(_fields) > 1;

    /// <summary>The estimators to use; null where nothing was given, for rotations of the columns.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="source">The table, for messages.</param>
    /// <param name="coordinates">The names of its coordinates.</param>
    public GeneratorSearchOptions? Read(ParseResult parsed, string source, ImmutableArray<string> coordinates)
    {
        if (parsed.GetValue(_fields) == 1 && !parsed.GetValue(_linear))
        {
            return null;
        }

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
            Methods = GeneratorMethods.Invariants,
            LiePca = new() { Fields = fields, Space = parsed.GetValue(_linear) ? GeneratorSpace.Linear : GeneratorSpace.Rotations },
        };
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
        foreach (var field in result.GetValue(_conjugate) ?? [])
        {
            if (field < 0 || field >= result.GetValue(_fields))
            {
                result.AddError($"--conjugate: there are {result.GetValue(_fields)} fields, counted from 0; got {field}. Say how many with --fields M.");
            }
        }
    }
}
