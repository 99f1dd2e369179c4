namespace Noether.Files;

/// <summary>A published data set.</summary>
/// <param name="Name">As in "noether data fetch NAME".</param>
/// <param name="FileName">The file or folder inside a data folder.</param>
/// <param name="Files">The files that it is made of.</param>
public sealed record DataSet(string Name, string FileName, ImmutableArray<DataSetFile> Files);
