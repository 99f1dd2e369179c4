using Noether.Reports;

namespace Noether.Reporting.Figures;

/// <summary>One colour per group name, the same in all panels of a figure.</summary>
internal sealed class GroupColours
{
    private readonly Dictionary<string, Rgb> _byName;

    private GroupColours(ImmutableArray<string> names, ImmutableArray<string> muted)
    {
        Names = [.. names, .. muted];
        _byName = names.Select((name, group) => (name, group)).ToDictionary(pair => pair.name, pair => Palette.Colour(pair.group, names.Length));
        foreach (var name in muted)
        {
            _byName[name] = Palette.Muted;
        }
    }

    /// <summary>The groups of a figure, in the order of their first appearance, those that stand back last.</summary>
    internal ImmutableArray<string> Names { get; }

    /// <summary>The colour of a group.</summary>
    internal Rgb this[string name] => _byName[name];

    internal static GroupColours Of(Figure figure)
    {
        var layers = figure.Panels.SelectMany(panel => panel.Layers).OfType<ScatterLayer>().ToLookup(layer => layer.Muted, layer => layer.GroupNames);
        ImmutableArray<string> names = [.. layers[false].SelectMany(of => of).Distinct()];
        return new(names, [.. layers[true].SelectMany(of => of).Distinct().Except(names)]);
    }
}
