namespace Noether.Files;

/// <summary>One file of a published data set.</summary>
/// <param name="Path">Where it is kept inside a data folder, compressed with gzip; / between folders.</param>
/// <param name="Address">Where its publisher offers it, plain or compressed with gzip.</param>
/// <param name="Sha256">Hash of the uncompressed bytes, in lower-case hexadecimal.</param>
public sealed record DataSetFile(string Path, Uri Address, string Sha256);
