using System.CommandLine;
using System.Runtime.Intrinsics;
using Noether.Files;

namespace Noether.Cli.Commands;

/// <summary>noether doctor.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command(
            "doctor",
            """
            Says what this machine offers: vector width, threads, fonts, data sets.

            Example: noether doctor
            """);
        command.SetAction(_ =>
        {
            foreach (var (name, value) in Examine())
            {
                Console.Out.WriteLine($"{name,-12}{value}");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<(string Name, string Value)> Examine() =>
    [
        ("noether", RunSession.Version),
        (".NET", Machine.Runtime),
        ("processors", $"{Environment.ProcessorCount}"),
        ("memory", $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30):0.0} GiB"),
        ("vectors", Vectors()),
        ("fonts", "figures bring their own: Inter"),
        .. DataSets.Known.Select(set => ($"data: {set.Name}", DataSets.Find(set) ?? $"not found; run: noether data fetch {set.Name}, or set {DataSets.Variable} to the folder that holds {set.FileName}")),
    ];

    private static string Vectors() => Vector256.IsHardwareAccelerated
        ? Machine.Vectors
        : "portable path; training and neighbours take several times longer than with 256-bit vectors";
}
