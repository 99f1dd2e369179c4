namespace Noether.CalabiYau.Lists;

/// <summary>A list file is malformed.</summary>
/// <param name="source">The file or stream, as the user named it.</param>
/// <param name="line">The line, counted from 1.</param>
/// <param name="problem">What was expected and what came.</param>
public sealed class CicyListException(string source, int line, string problem) : Exception($"{source} line {line}: {problem}")
{
    /// <summary>The file or stream, as the user named it.</summary>
    public string ListName { get; } = source;

    /// <summary>The line, counted from 1.</summary>
    public int Line { get; } = line;
}
