using System.Text;

namespace Noether.Cli.Commands.Paper;

/// <summary>Passes on what a command writes to standard error and remembers the last message in which it says why it stopped.</summary>
internal sealed class MessageWriter(TextWriter through) : TextWriter
{
    /// <summary>The last message, without the tool's name; empty as long as there is none.</summary>
    public string Last { get; private set; } = "";

    public override Encoding Encoding => through.Encoding;

    public override void Write(char value) => through.Write(value);

    public override void Write(string? value) => through.Write(value);

    public override void WriteLine(string? value)
    {
        if (value?.StartsWith(RunSession.MessagePrefix, StringComparison.Ordinal) == true)
        {
            Last = value[RunSession.MessagePrefix.Length..].Split('\n')[0].Trim();
        }

        through.WriteLine(value);
    }
}
