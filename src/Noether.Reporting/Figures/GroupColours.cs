using Noether.Reports;

namespace Noether.Reporting.Figures;

/// <summary>One colour per group name, the same in all panels of a figure.</summary>
internal sealed class GroupColours
{
    private readonly Dictionary<string, Rgb> _byName;

    private GroupColours(ImmutableArray<string> names)
    {
        Names = names;
        _byName = names.Select((name, group) => (name, group)).ToDictionary(pair => pair.name, pair => Palette.Colour(pair.group, names.Length));
    }

    /// <summary>The groups of a figure, in the order of their first appearance.</summary>
    internal ImmutableArray<string> Names { get; }

    /// <summary>The colour of a group.</summary>
    internal Rgb this[string name] => _byName[name];

    internal static GroupColours Of(Figure figure) =>
        new([.. figure.Panels.SelectMany(panel => panel.Layers).OfType<ScatterLayer>().SelectMany(layer => layer.GroupNames).Distinct()]);
}
