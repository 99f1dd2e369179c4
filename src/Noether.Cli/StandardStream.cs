using System.Text;
using Noether.Files;

namespace Noether.Cli;

/// <summary>A standard stream that may break: its disk may be full, or its reader gone.</summary>
/// <param name="inner">The stream itself.</param>
/// <param name="broken">Carried out instead of what cannot be written.</param>
internal sealed class StandardStream(TextWriter inner, Action<IOException> broken) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Makes the standard streams ready: results that cannot be written end the run with a message; messages that cannot be written do not end it.</summary>
    public static void Prepare()
    {
        Console.SetOut(new StandardStream(Console.Out, problem =>
            throw new OutputFolderException("standard output", $"cannot be written to ({problem.Message})", "send it to a disk with room, or name a folder with --out", problem)));
        Console.SetError(new StandardStream(Console.Error, static _ => { })); // the exit code still says how the run ended
    }

    /// <inheritdoc/>
    public override void Write(char value) => Attempt(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Attempt(() => inner.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Attempt(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Flush() => Attempt(inner.Flush);

    private void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (IOException problem)
        {
            broken(problem);
        }
    }
}
