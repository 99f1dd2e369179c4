namespace Noether.Reports;

/// <summary>A file of another program's format, to be written beside the report, such as the trained network.</summary>
/// <param name="Name">File name with extension; letters, digits, hyphens and dots.</param>
/// <param name="Content">The bytes.</param>
public sealed record NamedFile(string Name, ImmutableArray<byte> Content);
