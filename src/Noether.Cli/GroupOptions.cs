using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.Files;
using Noether.Groups;
using Noether.Runs;

namespace Noether.Cli;

/// <summary>The options that name a group and say how it acts on the columns.</summary>
internal sealed class GroupOptions
{
    private readonly Option<string> _group = new("--group")
    {
        Description = $"The group: {GroupNames.Known}; or a file of matrices, as for identify.",
        HelpName = "G",
        Required = true,
    };

    private readonly Option<string?> _outputGroup = new("--output-group")
    {
        Description = "How the outputs of a model should be moved, in the same words; for equivariance. Default: not at all.",
        HelpName = "H",
    };

    private readonly Option<string[]> _on = new("--on")
    {
        Description = "Columns that make up a vector on which the group acts; give it again for vectors that are moved alike, or exchanged. Other columns stay. Default: all.",
        HelpName = "COL,COL,..",
    };

    private readonly Option<string?> _centre = new("--centre")
    {
        Description = "The point that stays where it is: a number for each coordinate, or mean. Default: the origin.",
        HelpName = "X,Y,..|mean",
    };

    private readonly Option<string> _as = new("--as")
    {
        Description = "What a file of matrices holds: generators of the algebra, or elements that generate a finite group.",
        DefaultValueFactory = _ => "generators",
        HelpName = "generators|elements",
    };

    /// <summary>Adds the options to a command.</summary>
    public static GroupOptions AddTo(Command command)
    {
        var options = new GroupOptions();
        options._as.AcceptOnlyFromAmong("generators", "elements");
        foreach (var option in new Option[] { options._group, options._outputGroup, options._on, options._centre, options._as })
        {
            command.Options.Add(option);
        }

        options._group.Validators.Add(RequireName);
        options._outputGroup.Validators.Add(RequireName);
        return options;
    }

    /// <summary>Whether outputs should be moved.</summary>
    public bool HasOutputGroup(CommandResult result) => result.GetValue(_outputGroup) is not null;

    /// <summary>The group on some columns.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="source">The table, for messages.</param>
    /// <param name="columns">The names of its coordinates.</param>
    /// <param name="mean">Their means, should the centre be there.</param>
    /// <param name="execution">Cancellation.</param>
    public SymmetryGroup Read(ParseResult parsed, string source, ImmutableArray<string> columns, Func<double[]> mean, Execution execution)
    {
        ImmutableArray<ImmutableArray<int>> vectors = [.. (parsed.GetValue(_on) ?? []).Select(list => list.Split(',').Select(name => Column(source, columns, name.Trim())).ToImmutableArray())];
        if (vectors.SelectMany(vector => vector).GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new DataFileException(source, "columns that are named once by --on", $"\"{columns[twice.Key]}\" named twice", "name each column in one vector");
        }

        var group = Group(parsed.GetValue(_group)!, source, columns, vectors, parsed.GetValue(_as) == "elements", execution);
        return parsed.GetValue(_centre) switch
        {
            null => group,
            "mean" => group.About([.. mean()]),
            var centre => group.About(Centre(source, columns, centre)),
        };
    }

    /// <summary>The group of the outputs, on one vector of them or on as many as they make up; null for invariance.</summary>
    public SymmetryGroup? ReadOutputs(ParseResult parsed, string source, int outputs, Execution execution)
    {
        if (parsed.GetValue(_outputGroup) is not { } name)
        {
            return null;
        }

        var areElements = parsed.GetValue(_as) == "elements";
        ImmutableArray<string> names = [.. Enumerable.Range(1, outputs).Select(number => $"output {number}")];
        var layouts = Enumerable.Range(2, Math.Max(0, outputs - 1)).Where(count => outputs % count == 0)
            .Select(count => Enumerable.Range(0, outputs).Chunk(outputs / count).Select(vector => vector.ToImmutableArray()).ToImmutableArray());
        return layouts.Prepend([]).Select(vectors => TryGroup(name, names, vectors, areElements, execution)).FirstOrDefault(group => group is not null)
            ?? Group(name, source, names, [], areElements, execution); // which says why
    }

    private static SymmetryGroup? TryGroup(string name, ImmutableArray<string> columns, ImmutableArray<ImmutableArray<int>> vectors, bool areElements, Execution execution)
    {
        try
        {
            return Group(name, "", columns, vectors, areElements, execution);
        }
        catch (DataFileException)
        {
            return null; // it acts on vectors of another length
        }
    }

    private static SymmetryGroup Group(string name, string source, ImmutableArray<string> columns, ImmutableArray<ImmutableArray<int>> vectors, bool areElements, Execution execution)
    {
        try
        {
            if (!File.Exists(name))
            {
                return SymmetryGroup.Named(name, columns, vectors);
            }

            var matrices = LoadedMatrices.Read(name, execution).Matrices;
            var dimension = vectors.IsEmpty ? columns.Length : vectors[0].Length;
            var group = areElements ? SymmetryGroup.OfElements(name, matrices, dimension) : SymmetryGroup.OfGenerators(name, matrices, dimension);
            return vectors.IsEmpty ? group : group.On(columns.Length, vectors);
        }
        catch (ArgumentException exception)
        {
            var message = exception.Message.Split(" (Parameter", StringSplitOptions.None)[0];
            throw new DataFileException(source, $"coordinates on which {name} acts", $"{columns.Length} ({string.Join(", ", columns.Take(12))})", $"{message}; name the columns of each vector with --on x,y,z, or leave others out with --ignore", exception);
        }
    }

    private static void RequireName(OptionResult result)
    {
        if (result.Tokens is [{ Value: var name }] && !File.Exists(name))
        {
            try
            {
                GroupNames.Parse(name);
            }
            catch (FormatException exception)
            {
                result.AddError($"{result.Option.Name}: {exception.Message}, or a file of matrices.");
            }
        }
    }

    private static int Column(string source, ImmutableArray<string> columns, string name) => columns.IndexOf(name) is var column and >= 0 ? column
        : throw new DataFileException(source, $"a coordinate \"{name}\", as --on says", $"{string.Join(", ", columns.Take(12))}", "name coordinates of the table, separated by commas");

    private static ImmutableArray<double> Centre(string source, ImmutableArray<string> columns, string centre)
    {
        var numbers = centre.Split(',').Select(text => double.TryParse(text, null, out var number) && double.IsFinite(number) ? number : double.NaN).ToImmutableArray();
        return numbers.Length == columns.Length && numbers.All(double.IsFinite) ? numbers
            : throw new DataFileException(source, $"a centre of {columns.Length} numbers ({string.Join(", ", columns.Take(12))})", $"\"{centre}\"", "write --centre mean, or a number for each coordinate with commas between them");
    }
}
