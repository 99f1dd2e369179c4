using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Noether.Numerics;

namespace Noether.Science.Tests.Naming;

/// <summary>Writes measured tables to the folder that NOETHER_RESULTS names, with the machine and the versions; nothing where it names none.</summary>
internal static class ResultsPage
{
    public static void Write(string name, string title, IEnumerable<string> lines)
    {
        if (Environment.GetEnvironmentVariable("NOETHER_RESULTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{name}.md"), string.Join('\n', [$"# {title}", "", .. lines, "", Signature, ""]));
        }
    }

    public static string Share(int count, int all) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / Math.Max(1, all):0.0} %");

    /// <summary>A text inside a table.</summary>
    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Signature => string.Create(CultureInfo.InvariantCulture, $"""
        Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd} with Noether {typeof(Matrix).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion},
        {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Processor}, {Environment.ProcessorCount} cores. Seconds are processor time. Written by

            NOETHER_FULL=1 NOETHER_RESULTS=docs/results dotnet run -c Release --project tests/Science -- --filter-namespace Noether.Science.Tests.Naming
        """);

    private static string Processor => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
        : RuntimeInformation.ProcessArchitecture.ToString();
}
