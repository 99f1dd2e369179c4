using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.Learning;

namespace Noether.Cli;

/// <summary>The option for the classifier's hidden layers.</summary>
internal static class LayerOption
{
    /// <summary>--layers; null, for the default network, where it is not given.</summary>
    public static Option<NetworkOptions?> Create() => new("--layers")
    {
        Description = "Units of the classifier's hidden layers, such as 200,200,100; the last is the embedding. [default: 80,80]",
        HelpName = "N,N,..",
        CustomParser = Parse,
    };

    private static NetworkOptions Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var widths = text.Split(',').Select(part => int.TryParse(part, out var width) ? width : 0).ToArray();
        if (widths.Any(width => width < 1))
        {
            result.AddError($"--layers: expected whole numbers of at least 1 between commas, such as 80,80; got '{text}'.");
            return new();
        }

        return new() { Hidden = [.. widths.Select(width => new LayerOptions(width))] };
    }
}
