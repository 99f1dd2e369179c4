using System.CommandLine;
using Noether.CalabiYau.Configurations;
using Noether.Experiments.Configurations;

namespace Noether.Cli.Commands.Cicy;

/// <summary>noether cicy canonical.</summary>
internal static class CicyCanonicalCommand
{
    public static Command Create()
    {
        var command = new Command(
            "canonical",
            """
            Canonical form, reduced form and topology of configurations of any dimension, given as text or in files. With --out, draws their graphs.

            Example: noether cicy canonical "P3[3 0 1] / P3[0 3 1]" --out out/tian-yau
            """);
        var matrices = new Argument<string[]>("MATRIX") { Description = "Matrices such as \"3 0 1; 0 3 1\", or files that hold them.", Arity = ArgumentArity.OneOrMore };
        command.Arguments.Add(matrices);
        var run = RunOptions.AddTo(command, folder: "");
        command.SetAction((parsed, cancellation) =>
        {
            try
            {
                ImmutableArray<ConfigurationMatrix> read = [.. parsed.GetValue(matrices)!.SelectMany(Read)];
                return RunSession.RunAsync("cicy canonical", parsed, run.Read(parsed), (context, _) => MatrixDescription.Run(read, context), cancellation);
            }
            catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"noether: {problem.Message}");
                return Task.FromResult(ExitCode.Data);
            }
        });
        return command;
    }

    private static ConfigurationMatrix[] Read(string textOrFile)
    {
        if (!File.Exists(textOrFile))
        {
            return [ConfigurationMatrix.Parse(textOrFile)];
        }

        try
        {
            using var reader = new StreamReader(textOrFile);
            ConfigurationMatrix[] read = [.. ConfigurationText.ReadAll(reader)];
            return read.Length > 0 ? read : throw new FormatException("no matrix was found; write one a line, such as 3 0 1; 0 3 1.");
        }
        catch (FormatException problem)
        {
            throw new FormatException($"{textOrFile}: {problem.Message}", problem);
        }
    }
}
