using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Noether.Cli.Tests;

/// <summary>The tool as its users run it: a process with arguments, exit code and two streams.</summary>
internal static class NoetherProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static Result Run(params string[] arguments)
    {
        using var process = Start(arguments);
        return Finish(process);
    }

    /// <summary>Runs the tool where no data set can be found.</summary>
    public static Result RunWithoutDataSets(string emptyFolder, params string[] arguments)
    {
        using var process = Start(arguments, start =>
        {
            start.Environment["NOETHER_DATA"] = emptyFolder;
            start.Environment["XDG_CACHE_HOME"] = emptyFolder;
        });
        return Finish(process);
    }

    /// <summary>Runs the tool and interrupts it once its progress names a stage.</summary>
    public static Result RunAndInterrupt(string stage, params string[] arguments)
    {
        using var process = Start(arguments);
        var seen = "";
        while (process.StandardError.ReadLine() is { } line)
        {
            seen += line + "\n";
            if (line.Contains(stage, StringComparison.Ordinal))
            {
                Assert.Equal(0, Kill(process.Id, signal: 2));
                break;
            }
        }

        var result = Finish(process);
        return result with { Error = seen + result.Error };
    }

    /// <summary>Runs the tool and kills it, as a power cut would, once a file exists.</summary>
    public static void RunAndKill(string file, params string[] arguments)
    {
        using var process = Start([.. arguments, "--quiet"]);
        while (!File.Exists(file) && !process.HasExited)
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(1));
        }

        Assert.False(process.HasExited, "The tool ended before it could be killed.");
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Runs the tool and kills it, as a power cut would, after a time; true where it had not ended by then.</summary>
    public static bool RunAndKillAfter(TimeSpan time, params string[] arguments)
    {
        using var process = Start([.. arguments, "--quiet"]);
        var wasRunning = !process.WaitForExit(time);
        process.Kill();
        process.WaitForExit();
        return wasRunning;
    }

    /// <summary>Runs the tool in a shell that prepares for it, such as by a limit; the tool is "$@".</summary>
    public static Result RunInShell(string script, params string[] arguments)
    {
        using var process = Start(arguments, start =>
        {
            string[] words = [start.FileName, .. start.ArgumentList];
            start.FileName = "/bin/bash";
            start.ArgumentList.Clear();
            foreach (var word in (string[])["-c", script, "bash", .. words])
            {
                start.ArgumentList.Add(word);
            }
        });
        return Finish(process);
    }

    public static Process Start(string[] arguments, Action<ProcessStartInfo>? prepare = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && host.EndsWith("dotnet", StringComparison.Ordinal) ? host : "dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "noether.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        prepare?.Invoke(start);
        return Process.Start(start)!;
    }

    public static Result Finish(Process process)
    {
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience), "The tool did not end.");
        return new(process.ExitCode, output, error.Result);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    internal sealed record Result(int ExitCode, string Output, string Error);
}
