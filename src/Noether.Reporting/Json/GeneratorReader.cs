using Noether.Reports;

namespace Noether.Reporting.Json;

/// <summary>Reads the part "generators".</summary>
internal static class GeneratorReader
{
    internal static GeneratorReport Read(JsonPlace generators) => new(
        generators["method"].Text,
        generators["count"].Whole,
        generators["spectrum"].List(place => place.Number),
        generators["matrices"].List(MatrixReader.Read))
    {
        Evidence = generators.Find("evidence")?.Text,
        SpectrumNoise = generators.Find("spectrumNoise")?.Number,
        CountStability = generators.Find("countStability")?.Number,
        CountInterval = (generators.Find("fewestCount"), generators.Find("mostCount")) is ({ } fewest, { } most) ? (fewest.Whole, most.Whole) : null,
        StandardErrors = generators.Find("standardErrors")?.List(place => place.Number),
        EntryErrors = generators.Find("entryErrors")?.List(MatrixReader.Read),
        Centre = generators.Find("centre")?.List(place => place.Number),
        ClosureError = generators.Find("closureError")?.Number,
        InvarianceError = generators.Find("invarianceError")?.Number,
        Control = generators.Find("control")?.Number,
        Agreement = generators.Find("agreement") is { } agreement ? new(agreement["method"].Text, agreement["sine"].Number) : null,
    };
}
