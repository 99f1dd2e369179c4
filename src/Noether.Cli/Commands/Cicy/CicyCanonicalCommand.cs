using System.CommandLine;
using Noether.CalabiYau.Checks;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Topology;

namespace Noether.Cli.Commands.Cicy;

/// <summary>noether cicy canonical.</summary>
internal static class CicyCanonicalCommand
{
    public static Command Create()
    {
        var command = new Command(
            "canonical",
            """
            Canonical form, topology and reduced form of configurations given as text or in files.

            Example: noether cicy canonical "P3[3 0 1] / P3[0 3 1]"
            """);
        var matrices = new Argument<string[]>("MATRIX") { Description = "Matrices such as \"3 0 1; 0 3 1\", or files that hold them.", Arity = ArgumentArity.OneOrMore };
        var picture = new Option<string?>("--picture") { Description = "Draw the graph of the first matrix into this SVG file.", HelpName = "FILE" };
        command.Arguments.Add(matrices);
        command.Options.Add(picture);
        command.SetAction(parsed =>
        {
            try
            {
                return Print([.. parsed.GetValue(matrices)!.SelectMany(Read)], parsed.GetValue(picture));
            }
            catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException or OverflowException or ArgumentException)
            {
                Console.Error.WriteLine($"noether: {problem.Message}");
                return ExitCode.Data;
            }
        });
        return command;
    }

    private static IEnumerable<ConfigurationMatrix> Read(string textOrFile)
    {
        if (!File.Exists(textOrFile))
        {
            return [ConfigurationMatrix.Parse(textOrFile)];
        }

        using var reader = new StreamReader(textOrFile);
        return ConfigurationText.ReadAll(reader).ToArray();
    }

    private static int Print(ConfigurationMatrix[] matrices, string? picture)
    {
        foreach (var matrix in matrices)
        {
            var topology = TopologicalData.Of(matrix);
            var reduced = ReducedForm.Of(matrix);
            Console.Out.WriteLine($"matrix     {matrix}");
            Console.Out.WriteLine($"canonical  {CanonicalForm.Of(matrix)}");
            Console.Out.WriteLine($"reduced    {reduced.Matrix}{(reduced.Steps.IsEmpty ? "" : $"   by {string.Join(", ", reduced.Steps)}")}");
            Console.Out.WriteLine($"dimension  {topology.Dimension}, Euler number {topology.EulerNumber}{(topology.SecondChernClass.IsEmpty ? "" : $", c2 {string.Join(' ', topology.SecondChernClass)}")}");
            foreach (var finding in ConfigurationCheck.Of(matrix))
            {
                Console.Out.WriteLine($"{finding.Id}     {finding.Message}");
            }
        }

        if (picture is not null && matrices.Length > 0)
        {
            using var writer = new StreamWriter(picture);
            GraphPicture.WriteSvg(matrices[0], writer);
        }

        return ExitCode.Success;
    }
}
