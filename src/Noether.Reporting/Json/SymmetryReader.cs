using Noether.Reports;
using Noether.Verification;

namespace Noether.Reporting.Json;

/// <summary>Reads the part "symmetry".</summary>
internal static class SymmetryReader
{
    internal static SymmetryReport Read(JsonPlace symmetry) => new(symmetry["verdict"].Text, symmetry["reason"].Text, symmetry["tolerance"].Number)
    {
        Asymmetry = symmetry.Find("asymmetry") is { } asymmetry ? Bounds(asymmetry, asymmetry["confidence"].Number, asymmetry["coverage"].Number) : null,
        Change = symmetry.Find("change") is { } change ? Bounds(change) : null,
        Space = symmetry.Find("space")?.Text,
        Spectrum = symmetry.Find("spectrum")?.List(Bounds),
        Dependence = symmetry.Find("dependence") is { } dependence ? Dependence(dependence) : null,
        Fit = symmetry.Find("fit") is { } fit ? Fit(fit) : null,
        Metric = symmetry.Find("metric")?.List(MatrixReader.Read) is [var metric] ? metric : null,
        Group = symmetry.Find("group") is { } group ? Group(group) : null,
        NeededSamples = symmetry.Find("neededSamples")?.Whole,
        AcrossOrbits = symmetry.Find("acrossOrbits") is { } across ? Bounds(across) : null,
    };

    private static Asymmetry Bounds(JsonPlace place) => Bounds(place, 0, 0);

    private static Asymmetry Bounds(JsonPlace place, double confidence, double coverage) => new(place["value"].Number, place["lower"].Number, place["upper"].Number, confidence, coverage);

    private static DependenceReport Dependence(JsonPlace dependence) => new(
        dependence["rank"].Whole,
        dependence["unused"].List(place => place.Text),
        dependence["combinations"].List(row => row.Fields().Select(field => KeyValuePair.Create(field.Name, field.Place.Number)).ToImmutableArray()))
    {
        Asymmetry = dependence.Find("asymmetry") is { } asymmetry ? Bounds(asymmetry) : null,
        PValue = dependence.Find("pValue")?.Number,
    };

    private static FoundGroup Group(JsonPlace group) => new(
        group["name"].Text,
        group["elements"].List(element => new FoundElement(element["name"].Text, MatrixReader.Read(element["matrix"]), Bounds(element))))
    {
        Order = group.Find("order")?.Whole,
        HermannMauguin = group.Find("hermannMauguin")?.Text,
        ClosureError = group["closureError"].Number,
        Asymmetry = Bounds(group["asymmetry"]),
    };

    private static Functions.FunctionFit Fit(JsonPlace fit) => new()
    {
        Method = fit["method"].Text,
        Unexplained = fit["unexplained"].Number,
        Misfit = fit["misfit"].Number,
        MisfitError = fit["misfitError"].Number,
        Hidden = fit.Find("hidden")?.Number ?? 0,
        Resolution = fit["resolution"].Number,
        Overlap = fit["overlap"].Number,
    };
}
