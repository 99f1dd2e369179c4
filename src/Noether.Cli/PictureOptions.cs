using System.CommandLine;
using Noether.Experiments.Discovery;
using Noether.Files;
using Noether.Runs;

namespace Noether.Cli;

/// <summary>The options for pictures and other samples of many coordinates.</summary>
internal sealed class PictureOptions
{
    /// <summary>Components on which generators of pictures are looked for, as in the paper.</summary>
    private const int PaperComponents = 3;

    /// <summary>Components that the network sees: what distinguishes pictures of some classes.</summary>
    private const int NetworkComponents = 40;

    private readonly FieldOptions _fields;

    private readonly Option<int?> _components = new("--components")
    {
        Description = $"Look for generators on the first K principal components; the network sees {NetworkComponents}. For pictures {PaperComponents} where it is not given, for other tables all coordinates as they are.",
        HelpName = "K",
    };

    private readonly Option<int?> _neighbours = new("--neighbours")
    {
        Description = "Neighbours in the embedding that a sample is joined to when classes are cut into orbits; few keep close orbits apart. Chosen by the size of a class where it is not given.",
        HelpName = "K",
    };

    private PictureOptions(FieldOptions fields) => _fields = fields;

    /// <summary>Adds the options to a command.</summary>
    public static PictureOptions AddTo(Command command, FieldOptions fields)
    {
        var options = new PictureOptions(fields);
        options._components.Validators.Add(result => RunOptions.RequireAtLeast(result, 2));
        options._neighbours.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
        command.Options.Add(options._components);
        command.Options.Add(options._neighbours);
        command.Validators.Add(result =>
        {
            if (result.GetValue(options._components) is not null && fields.AreGiven(result))
            {
                result.AddError("--components: principal components are no fields of yours; leave --fields and --space out.");
            }
        });
        return options;
    }

    /// <summary>The stages for a table: pictures are looked at in principal components.</summary>
    public DiscoveryOptions Read(ParseResult parsed, Table table)
    {
        var components = parsed.GetValue(_components) ?? (table.PictureSize is null || _fields.AreGiven(parsed.CommandResult) ? null : PaperComponents);
        return new()
        {
            GeneratorCoordinates = components,
            Training = new() { Standardised = components is null }, // principal components have one unit
            Orbits = new() { Neighbours = parsed.GetValue(_neighbours) },
        };
    }

    /// <summary>The samples in principal components where generators are looked for on some of these.</summary>
    public static SampleSource InComponents(SampleSource source, DiscoveryOptions options, Execution execution) =>
        options.GeneratorCoordinates is { } count ? source.OnPrincipalComponents(Math.Max(count, NetworkComponents), execution) : source;
}
