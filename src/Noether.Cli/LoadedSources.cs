using Noether.Data;
using Noether.Experiments.Discovery;
using Noether.Files;

namespace Noether.Cli;

/// <summary>What was loaded of a table, as the source of a run.</summary>
internal static class LoadedSources
{
    /// <summary>Labelled samples, with their values where all heads were made of them.</summary>
    public static SampleSource ToSource(this LoadedSamples samples) =>
        new(samples.Source, samples.Sha256, WithValues(samples), samples.CoordinateNames, samples.Dropped, samples.Findings) { Ignored = Reasons(samples.Ignored) };

    /// <summary>Points of orbits.</summary>
    public static SampleSource ToSource(this LoadedCloud cloud) =>
        new(cloud.Source, cloud.Sha256, new(cloud.Points, cloud.Orbits), cloud.CoordinateNames, cloud.Dropped, cloud.Findings) { Ignored = Reasons(cloud.Ignored) };

    private static ImmutableArray<KeyValuePair<string, string>> Reasons(ImmutableArray<IgnoredColumn> ignored) =>
        [.. ignored.Select(column => KeyValuePair.Create(column.Name, column.Reason))];

    // Values in windows are classes: a window leaves nothing of the function's shape between them.
    private static LabelledPoints WithValues(LoadedSamples samples) => samples.Values.Length == samples.Points.Heads.Length && !samples.IsWindowed
        ? new(samples.Points.Points, samples.Points.Heads) { Values = samples.Values } : samples.Points;
}
