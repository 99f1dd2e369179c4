namespace Noether.Experiments.PointClouds;

/// <summary>One of the paper's examples of section 3: a group, and several samples of its orbits.</summary>
/// <param name="Name">As on the command line, such as "so3".</param>
/// <param name="Title">What it shows, in a sentence.</param>
/// <param name="Dimension">Coordinates of the controls.</param>
/// <param name="Cases">The samples; the first is the one whose generators are printed.</param>
internal sealed record OrbitExperiment(string Name, string Title, int Dimension, ImmutableArray<OrbitCase> Cases);
