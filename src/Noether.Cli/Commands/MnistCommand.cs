using System.CommandLine;
using Noether.Data.Images;
using Noether.Experiments.RotatedDigits;
using Noether.Files;
using Noether.Files.Images;
using Noether.Reports;

namespace Noether.Cli.Commands;

/// <summary>noether paper mnist.</summary>
internal static class MnistCommand
{
    /// <summary>Pictures that are read: those turned, and upright ones of the digit for the control.</summary>
    private const int PicturesRead = 10_000;

    public static Command Create()
    {
        var defaults = new RotatedDigitsOptions();
        var command = new Command(
            "mnist",
            """
            Figure 9: pictures of handwritten digits turned by random angles, the generator of so(2) that their orbits share, and its frequencies.
            The pictures are the data set "mnist"; fetch it with: noether data fetch mnist

            Example: noether paper mnist --images 100 --rotations 100 --out out/mnist
            """);
        var images = Whole("--images", "Pictures, the first of the data set.", defaults.Images, least: 10);
        var rotations = Whole("--rotations", "Copies of each picture, turned by random angles; the first stays upright.", defaults.Rotations, least: 20);
        var digit = new Option<string>("--digit") { Description = "The digit whose orbits are looked at.", DefaultValueFactory = _ => defaults.Digit };
        digit.AcceptOnlyFromAmong([.. Enumerable.Range(0, 10).Select(number => $"{number}")]);
        var angles = new Option<string>("--angles")
        {
            Description = "stratified: one random angle in each of as many equal sectors as there are copies; independent: each for itself, as in the paper.",
            DefaultValueFactory = _ => "stratified",
        };
        angles.AcceptOnlyFromAmong("stratified", "independent");
        foreach (var option in new Option[] { images, rotations, angles, digit })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            var turned = (long)result.GetValue(images) * result.GetValue(rotations);
            if (turned > RotatedDigitsOptions.MostTurned)
            {
                result.AddError($"--images {result.GetValue(images)} times --rotations {result.GetValue(rotations)} are {turned} pictures; at most {RotatedDigitsOptions.MostTurned} fit into memory. Give smaller numbers.");
            }
        });
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            "paper mnist",
            parsed,
            run.Read(parsed),
            (context, settings) => Run(
                new()
                {
                    Images = parsed.GetValue(images),
                    Rotations = parsed.GetValue(rotations),
                    Angles = parsed.GetValue(angles) == "independent" ? AngleSampling.Independent : AngleSampling.Stratified,
                    Digit = parsed.GetValue(digit)!,
                    Figures = settings.Figures,
                },
                context),
            cancellation));
        return command;
    }

    private static Report Run(RotatedDigitsOptions options, RunContext context)
    {
        var folder = DataSets.Require(DataSets.Mnist);
        var (images, labels) = (Path.Combine(folder, "train-images-idx3-ubyte.gz"), Path.Combine(folder, "train-labels-idx1-ubyte.gz"));
        if (!File.Exists(images) || !File.Exists(labels))
        {
            throw new DataSetMissingException(DataSets.Mnist); // a folder of that name, but not all of its files
        }

        var loaded = LoadedImages.ReadIdx(images, labels, PicturesRead, context.Execution);
        return RotatedDigitsExperiment.Run(new("MNIST, " + Path.GetFileName(loaded.Source), loaded.Sha256, loaded.Images, loaded.Labels), options, context);
    }

    private static Option<int> Whole(string name, string description, int value, int least)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "N" };
        option.Validators.Add(result => RunOptions.RequireAtLeast(result, least));
        return option;
    }
}
