using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using Noether.CalabiYau.Lists;
using Noether.Experiments.CalabiYau;
using Noether.Files;

namespace Noether.Cli.Commands.Cicy;

/// <summary>The options of commands that learn the list.</summary>
internal sealed class CicyLearningSettings
{
    private static readonly CicyOptions Defaults = new();

    private static readonly CicyOptions ForWholeList = CicyOptions.ForWholeList;

    private readonly Option<string?> _file = new("--list") { Description = "A list in the format of the published one, plain or gzip; the published list unless given.", HelpName = "FILE" };

    private readonly Option<int> _subset = Number("--subset", "Learn only entries whose label this number divides; 8 gives an eighth.", 1);

    private readonly RepresentativeSettings _representatives;

    private readonly Option<int> _epochs = new("--epochs") { HelpName = "N" };

    private readonly Option<int> _batch = Number("--batch", "Samples per step.", Defaults.Training.BatchSize);

    private readonly Option<double> _rate = new("--rate") { HelpName = "R" };

    private readonly Option<int> _rest = new("--rest") { HelpName = "N" };

    private readonly Option<int[]> _entries = new("--entry") { Description = "Entry whose distances Figure 4 shows, by label; may be given again.", HelpName = "LABEL" };

    private CicyLearningSettings(Command command)
    {
        // The whole list takes more and smaller steps than a part of it, and walks by A_1 make what is hardest to learn.
        _representatives = RepresentativeSettings.AddTo(command, Defaults.Representatives, result => For(result).Representatives.Identities);
        Describe(_epochs, "Passes over the samples after which training ends whatever the accuracy", options => options.Training.MaximumEpochs);
        Describe(_rate, "Learning rate", options => options.Training.LearningRate);
        Describe(_rest, "Turns that a matrix sits out once the network knows it", options => options.Training.Rest);

        void Describe<T>(Option<T> option, string what, Func<CicyOptions, T> value)
        {
            option.DefaultValueFactory = result => value(For(result));
            option.Description = $"{what}; {value(ForWholeList)} for the whole list, {value(Defaults)} for a part.";
        }

        // Help asks where nothing is parsed, and gets 0.
        CicyOptions For(ArgumentResult result) => result.GetValue(_subset) <= 1 ? ForWholeList : Defaults;
    }

    /// <summary>Adds the options to a command.</summary>
    public static CicyLearningSettings AddTo(Command command)
    {
        var settings = new CicyLearningSettings(command);
        foreach (var option in new[] { settings._subset, settings._epochs, settings._batch })
        {
            option.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
            command.Options.Add(option);
        }

        settings._rate.Validators.Add(result => RunOptions.RequireAtLeast(result, double.Epsilon));
        command.Options.Add(settings._rate);
        settings._rest.Validators.Add(result => RunOptions.RequireAtLeast(result, 0));
        command.Options.Add(settings._rest);
        command.Options.Add(settings._entries);
        command.Options.Add(settings._file);
        return settings;
    }

    /// <summary>How to learn.</summary>
    public CicyOptions Read(ParseResult parsed, bool figures) => Defaults with
    {
        Representatives = _representatives.Read(parsed),
        Training = Defaults.Training with
        {
            MaximumEpochs = parsed.GetValue(_epochs),
            BatchSize = parsed.GetValue(_batch),
            LearningRate = parsed.GetValue(_rate),
            Rest = parsed.GetValue(_rest),
        },
        Entries = [.. parsed.GetValue(_entries) ?? []],
        Figures = figures,
    };

    /// <summary>The list.</summary>
    /// <exception cref="DataSetMissingException">There is none.</exception>
    /// <exception cref="DataFileException">The list is malformed, or nothing is left of it.</exception>
    public CicyInput Input(ParseResult parsed)
    {
        var path = parsed.GetValue(_file) ?? DataSets.Require(DataSets.Cicy);
        try
        {
            var bytes = File.ReadAllBytes(path);
            var input = new CicyInput(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), CicyList.Read(new MemoryStream(bytes), path), parsed.GetValue(_subset));
            var learned = input.Learned.Records;
            if (learned.Length < 2)
            {
                throw new DataFileException(path, "at least two entries to learn", $"{learned.Length}", "choose a smaller --subset");
            }

            var absent = (parsed.GetValue(_entries) ?? []).Except(learned.Select(record => record.Label)).ToArray();
            return absent.Length == 0 ? input : throw new DataFileException(path, $"an entry {absent[0]} among those that are learned", "none", "give --entry a label of the list that --subset divides and that has Hodge numbers");
        }
        catch (CicyListException problem)
        {
            throw new DataFileException(path, "a list of configurations", problem.Message, "name another file with --list");
        }
    }

    private static Option<int> Number(string name, string description, int value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "N" };
}
