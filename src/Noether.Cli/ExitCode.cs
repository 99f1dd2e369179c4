namespace Noether.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>The run finished, whatever it found: "no symmetry" is a result.</summary>
    public const int Success = 0;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 1;

    /// <summary>Data could not be read, or results not be written.</summary>
    public const int Data = 2;

    /// <summary>A data set or a part of the machine is missing.</summary>
    public const int Missing = 3;

    /// <summary>The tool itself failed.</summary>
    public const int Defect = 70;

    /// <summary>Interrupted; what was finished is written.</summary>
    public const int Interrupted = 130;
}
