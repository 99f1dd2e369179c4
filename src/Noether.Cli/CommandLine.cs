using System.CommandLine;
using System.CommandLine.Invocation;
using Noether.Cli.Commands;
using Noether.Cli.Commands.Cicy;

namespace Noether.Cli;

/// <summary>The commands, put together.</summary>
internal static class CommandLine
{
    /// <summary>Time that an interrupted run has to write what it finished.</summary>
    private static readonly TimeSpan WritingTime = TimeSpan.FromSeconds(60);

    /// <summary>Carries out what the user asks for, on the standard streams.</summary>
    public static Task<int> RunAsync(string[] arguments)
    {
        StandardStream.Prepare();
        var streams = new InvocationConfiguration { ProcessTerminationTimeout = WritingTime, EnableDefaultExceptionHandler = false };
        return RunSession.GuardAsync(streams.Error, () =>
        {
            if (arguments.Length == 0)
            {
                streams.Output.WriteLine(Overview);
                return Task.FromResult(ExitCode.Success);
            }

            var parsed = Root().Parse(arguments);
            return parsed.Action is ParseErrorAction ? Task.FromResult(UsageError.Say(parsed, streams.Error)) : parsed.InvokeAsync(streams);
        });
    }

    /// <summary>Carries out a command inside another one.</summary>
    public static Task<int> RunAsync(string[] arguments, TextWriter error, CancellationToken cancellation)
    {
        var streams = new InvocationConfiguration { Output = TextWriter.Null, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return RunSession.GuardAsync(error, () => Root().Parse(arguments).InvokeAsync(streams, cancellation));
    }

    /// <summary>The root command with every command below it.</summary>
    private static RootCommand Root() => new("Finds symmetries in data, writes down their generators and names the Lie algebra.")
    {
        DetectCommand.Create(),
        TestCommand.Create(),
        PaperCommand.Create(),
        GeneratorsCommand.Create(),
        EmbedCommand.Create(),
        IdentifyCommand.Create(),
        ExportCommand.Create(),
        CicyCommand.Create(),
        DataCommand.Create(),
        DoctorCommand.Create(),
    };

    private const string Overview =
        """
        noether finds symmetries in data, writes down their generators and names the Lie algebra.

          noether detect DATA          samples with labels or function values: the whole chain, with a report
          noether generators CLOUD     points of orbits: generators, algebra
          noether test DATA --group G  a group that you name: holds, or is broken by how much, and where; of a table or of a network
          noether embed DATA           the pieces alone: classifier embedding, PCA, neighbours, t-SNE
          noether identify MATRICES    matrices: the algebra that they span or generate, real form, representation
          noether export REPORT        a report's generators for NumPy, Julia, Mathematica, C#, LaTeX
          noether paper EXPERIMENT     an experiment of arXiv:2003.13679, with its claims and controls; all for every one
          noether cicy COMMAND         configuration matrices: list, check, canonical, expand, features, train, analyse
          noether data fetch NAME      published data sets: cicy, mnist
          noether doctor               what this machine offers

        For example:  noether detect samples.csv --label class --out out
        More about a command:  noether COMMAND --help
        """;
}
