using Noether.Data;
using Noether.Embeddings;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.Discovery;

/// <summary>Samples with what a report says about where they come from.</summary>
/// <param name="Name">The file as given, or the name of the sampled function.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal.</param>
/// <param name="Samples">Points and labels.</param>
/// <param name="CoordinateNames">Names of the coordinates. Shape [d].</param>
/// <param name="Dropped">Samples that were left out: outside every class, or without a measurement.</param>
/// <param name="Findings">What was noticed while reading.</param>
internal sealed record SampleSource(string Name, string Sha256, LabelledPoints Samples, ImmutableArray<string> CoordinateNames, int Dropped, ImmutableArray<Finding> Findings)
{
    /// <summary>Columns that are no coordinates, each with the reason.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Ignored { get; init; } = [];

    /// <summary>What a report says of the data.</summary>
    public DataReport Data(bool hasClasses) => new(Name, Sha256, Samples.Count, Samples.Points.Dimension, hasClasses ? [.. Samples.Heads.Select(head => head.ClassCount)] : null, Dropped)
    {
        Columns = CoordinateNames,
        Ignored = Ignored.IsEmpty ? null : Ignored,
    };

    /// <summary>What a user's own network makes of the samples; null, the default, to train one.</summary>
    public GivenEmbedding? Embedding { get; init; }

    /// <summary>
    /// The samples in their first principal components, in units of their root mean square: pictures have more pixels than a regression
    /// can bear, and one unit for all
    /// keeps rotations.
    /// </summary>
    /// <param name="most">Components to keep; as many as the samples allow where these are fewer.</param>
    /// <param name="execution">Threads and cancellation.</param>
    /// <exception cref="InvalidDataException">There are too many samples of too many coordinates, <see
    /// cref="PrincipalComponents.LargestSide"/>.</exception>
    public SampleSource OnPrincipalComponents(int most, Execution execution)
    {
        var points = Samples.Points;
        RequireComponents();
        var found = PrincipalComponents.Find(points, new() { Count = Math.Min(most, Math.Min(points.Dimension, Math.Max(points.Count - 1, 1))) }, execution);
        return this with
        {
            Samples = new(found.Transform(points, execution).InUnit(), Samples.Heads) { Values = Samples.Values },
            CoordinateNames = [.. Enumerable.Range(1, found.Count).Select(number => $"component {number}")],
            Findings = [.. Findings, new("DAT007", Severity.Note, $"The samples were taken in their first {found.Count} principal components, which hold {found.VarianceShares.Sum():P1} of the variance of {points.Dimension} coordinates; lengths are in units of their root mean square.")],
        };
    }

    /// <summary>Throws where the principal components of the samples are out of reach.</summary>
    /// <exception cref="InvalidDataException">There are too many samples of too many coordinates, <see
    /// cref="PrincipalComponents.LargestSide"/>.</exception>
    internal void RequireComponents()
    {
        const int most = PrincipalComponents.LargestSide;
        if (Math.Min(Samples.Count, Samples.Points.Dimension) > most)
        {
            throw new InvalidDataException(
                $"{Name}: expected at most {most} samples, or samples of at most {most} coordinates, for principal components, found {Samples.Count} samples of {Samples.Points.Dimension}; "
                + "take fewer samples, or bring pictures to a smaller size, such as 64 x 64 pixels");
        }
    }
}
