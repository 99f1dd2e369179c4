using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.Data;
using Noether.Experiments.Superpotentials;

namespace Noether.Cli.Commands;

/// <summary>noether paper superpotential.</summary>
internal static class SuperpotentialCommand
{
    private static readonly Option<double[]> Coefficients = new("--coefficients")
    {
        Description = "The coefficients c_1 c_2 .. of W = c_1 p + c_2 p^2 + ..",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "C",
        DefaultValueFactory = _ => [.. new Superpotential().Coefficients],
    };

    private static readonly Option<bool> Compact = new("--compact") { Description = "Draw both fields from their unit spheres, |Q| = |Q~| = 1, instead of a box." };

    private static readonly Option<bool> Table = new("--table") { Description = "Also write the samples as samples.csv, for noether detect." };

    public static Command Create()
    {
        var command = new Command(
            "superpotential",
            """
            Figure 2: a function W of the SU(2) invariant p of two complex fields, a network with a head for its real and one for its imaginary part, and the algebra
            behind its orbits.

            Example: noether paper superpotential --seed 1 --out out/superpotential
            Example: noether paper superpotential --compact --out out/superpotential-compact
            Example: noether paper superpotential --table --out out/superpotential
            """);
        var samples = new Option<int>("--samples") { Description = "Samples per cell of real and imaginary part.", DefaultValueFactory = _ => new Superpotential().SamplesPerCell };
        samples.Validators.Add(result => RunOptions.RequireAtLeast(result, 100));
        Coefficients.Validators.Add(RequirePolynomial);
        command.Options.Add(Coefficients);
        command.Options.Add(Compact);
        command.Options.Add(Table);
        command.Options.Add(samples);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            "paper superpotential",
            parsed,
            run.Read(parsed),
            (context, settings) =>
            {
                var options = new SuperpotentialOptions
                {
                    Potential = new()
                    {
                        Coefficients = [.. parsed.GetValue(Coefficients)!],
                        Sampling = parsed.GetValue(Compact) ? SuperpotentialSampling.UnitSpheres : SuperpotentialSampling.Box,
                        SamplesPerCell = parsed.GetValue(samples),
                    },
                };
                return SuperpotentialExperiment.Run(options with { Table = parsed.GetValue(Table), Detection = options.Detection with { Figures = settings.Figures } }, context);
            },
            cancellation));
        return command;
    }

    private static void RequirePolynomial(OptionResult result)
    {
        var coefficients = result.GetValueOrDefault<double[]>() ?? [];
        if (coefficients is not [.., not 0] || !coefficients.All(double.IsFinite))
        {
            result.AddError($"--coefficients: expected finite numbers of which the last is not 0, got '{string.Join(' ', result.Tokens)}'.");
        }
    }
}
