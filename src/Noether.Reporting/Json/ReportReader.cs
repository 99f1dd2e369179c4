using System.Text.Json;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Json;

/// <summary>Reads the fields of a report.</summary>
internal static class ReportReader
{
    internal static Report Read(Stream stream)
    {
        try
        {
            return Read(JsonPlace.Parse(stream));
        }
        catch (InvalidOperationException problem) // a text is decoded when it is asked for
        {
            throw new FormatException($"A text of this report is not UTF-8, or no Unicode: {problem.Message}", problem);
        }
    }

    private static Report Read(JsonPlace root)
    {
        var schema = root["schema"].Whole;
        if (schema != ReportJson.Schema)
        {
            throw new FormatException($"This report has schema {schema}; this version reads schema {ReportJson.Schema}.");
        }

        return new Report
        {
            Command = root["command"].Text,
            Version = root["version"].Text,
            Seed = root["seed"].Unsigned,
            Threads = root["threads"].Whole,
            Seconds = root["seconds"].Number,
            Repeat = root["repeat"].Text,
            Verdict = root["verdict"].Text,
            Data = root.Find("data") is { } data ? Data(data) : null,
            Classifier = root.Find("classifier") is { } classifier ? Classifier(classifier) : null,
            Embedding = root.Find("embedding") is { } embedding ? Embedding(embedding) : null,
            Orbits = root.Find("orbits")?.List(Orbit),
            Symmetry = root.Find("symmetry") is { } symmetry ? SymmetryReader.Read(symmetry) : null,
            Group = root.Find("group") is { } group ? GroupWriter.Read(group) : null,
            Generators = root.Find("generators") is { } generators ? GeneratorReader.Read(generators) : null,
            Algebra = root.Find("algebra") is { } algebra ? AlgebraReader.Read(algebra) : null,
            Configurations = root.Find("configurations")?.List(ConfigurationReader.Read),
            Timings = root.Find("timings") is { } timings ? Timings(timings) : [],
            Claims = root.Find("claims")?.List(Claim),
            Findings = root.Find("findings")?.List(Finding) ?? [],
        };
    }

    private static DataReport Data(JsonPlace data) => new(
        data["source"].Text,
        data["sha256"].Text,
        data["points"].Whole,
        data["dimension"].Whole,
        data.Find("classes")?.List(place => place.Whole),
        data["dropped"].Whole)
    {
        Matrices = data.Find("matrices")?.Whole,
        Columns = data.Find("columns")?.List(place => place.Text),
        Ignored = data.Find("ignored") is { } ignored ? [.. ignored.Fields().Select(field => KeyValuePair.Create(field.Name, field.Place.Text))] : null,
    };

    private static ClassifierReport Classifier(JsonPlace classifier) => new(
        classifier["accuracy"].List(place => place.Number),
        classifier["epochs"].Whole,
        classifier["seconds"].Number,
        classifier["layers"].List(place => place.Whole))
    {
        HeldOutAccuracy = classifier.Find("heldOutAccuracy")?.List(place => place.Number),
        ShuffledAccuracy = classifier.Find("shuffledAccuracy")?.List(place => place.Number),
    };

    private static EmbeddingReport Embedding(JsonPlace embedding) => new(
        embedding["model"].Text,
        embedding["sha256"].Text,
        embedding["layer"].Text,
        embedding["width"].Whole,
        embedding["accuracy"].List(place => place.Number),
        embedding["shuffledAccuracy"].List(place => place.Number));

    private static OrbitReport Orbit(JsonPlace orbit) => new(
        orbit["class"].Text,
        orbit["orbit"].Whole,
        orbit["points"].Whole,
        orbit["jump"].Number,
        orbit.Find("stability")?.Number);

    private static ImmutableArray<StageTime> Timings(JsonPlace timings) => [.. timings.Fields().Select(field => new StageTime(field.Name, field.Place.Number))];

    internal static Claim Claim(JsonPlace claim) => new(
        claim["name"].Text,
        Value(claim["value"]),
        Value(claim["expected"]),
        claim["holds"].Truth,
        claim.Find("control") is { } control ? Value(control) : null);

    private static ClaimValue Value(JsonPlace place) =>
        place.Value.ValueKind == JsonValueKind.String && place.Text != "NaN" ? place.Text : place.Number;

    internal static Finding Finding(JsonPlace finding) => new(
        finding["id"].Text,
        SeverityName.Parse(finding["severity"].Text) ?? throw finding["severity"].Unexpected("\"note\", \"caution\" or \"contradiction\""),
        finding["message"].Text);
}
