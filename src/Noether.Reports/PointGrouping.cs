namespace Noether.Reports;

/// <summary>Points put into groups.</summary>
/// <param name="Title">What the groups are, such as "orbit".</param>
/// <param name="Groups">The group of each point, 0 .. number of names - 1. Shape [n].</param>
/// <param name="Names">The names of the groups.</param>
public sealed record PointGrouping(string Title, ImmutableArray<int> Groups, ImmutableArray<string> Names);
