using System.CommandLine;

namespace Noether.Cli.Commands.Cicy;

/// <summary>noether cicy.</summary>
internal static class CicyCommand
{
    public static Command Create() => new(
        "cicy",
        """
        Complete-intersection Calabi-Yau configurations: lists, topology, canonical forms, representatives, input vectors.

        Example: noether cicy canonical "P1[1 1] / P1[1 1] / P3[4 0]"
        """)
    {
        CicyListCommand.Create(),
        CicyCheckCommand.Create(),
        CicyCanonicalCommand.Create(),
        CicyExpandCommand.Create(),
        CicyFeaturesCommand.Create(),
        CicyLearningCommands.Train(),
        CicyLearningCommands.Analyse(),
    };
}
