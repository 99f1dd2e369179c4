using System.Text;
using Noether.Runs;

namespace Noether.Files.Tests;

/// <summary>A temporary folder that goes away with the test.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("noether-files-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public Table Read(string name, string text) => Table.Read(Write(name, text), Execution.Default);

    public Table Read(string name, byte[] bytes) => Table.Read(Write(name, bytes), Execution.Default);

    /// <summary>The message of the error that an action must throw, without the temporary folder.</summary>
    public string ErrorOf(Action action) => Assert.Throws<DataFileException>(action).Message.Replace(Folder + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    public string ErrorOf(string name, byte[] bytes) => ErrorOf(() => Read(name, bytes));

    public string ErrorOf(string name, string text) => ErrorOf(name, Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
