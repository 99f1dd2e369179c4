using Noether.Reports;

namespace Noether.Reporting;

/// <summary>The numbers that carry a report's verdict, each beside its control; the screen and the page show the same rows.</summary>
internal static class Evidence
{
    private const int MostMembers = 12;
    private const int MostCoordinates = 12;

    internal static ImmutableArray<EvidenceRow> Of(Report report) =>
    [
        .. report.Classifier is { } classifier ? Classifier(classifier) : [],
        .. report.Embedding is { } embedding ? Embedding(embedding) : [],
        .. report.Orbits is { } orbits ? Orbits(orbits, report.Data) : [],
        .. report.Symmetry is { } symmetry ? Symmetry(symmetry) : [],
        .. report.Group is { } group ? Group(group, report.Data) : [],
        .. report.Generators is { } generators ? Generators(generators) : [],
    ];

    /// <summary>What was read, in one line.</summary>
    internal static string Summary(DataReport data)
    {
        if (data is { Points: 0, Matrices: { } matrices })
        {
            return $"{NumberText.Count(matrices)} {(matrices == 1 ? "matrix" : "matrices")} of {data.Dimension} x {data.Dimension}";
        }

        var classes = data.Classes is { } counts ? $", {string.Join(" x ", counts)} classes" : "";
        if (data.Dimension == 0)
        {
            return $"{NumberText.Count(data.Points)} entries{(data.Dropped > 0 ? $", {NumberText.Count(data.Dropped)} left out" : "")}";
        }

        var dropped = data.Dropped > 0 ? $", {NumberText.Count(data.Dropped)} left out" : "";
        return $"{NumberText.Count(data.Points)} points in R^{data.Dimension}{classes}{dropped}";
    }

    /// <summary>The algebra in one line.</summary>
    internal static string Summary(AlgebraReport algebra)
    {
        var name = algebra.Name ?? (algebra.Candidates is { Length: > 0 } candidates ? $"one of {string.Join(", ", candidates)}" : "no name");
        var aliases = algebra.Aliases is { Length: > 0 } others ? $" (also {string.Join(", ", others)})" : "";
        var dimension = algebra.Dimension is { } d ? $", dimension {d}" : "";
        var compact = algebra.Compact switch { true => ", compact", false => ", not compact", null => "" };
        return algebra.Verdict == "none" ? "none" : $"{name}{aliases}: {algebra.Verdict}{dimension}{compact}";
    }

    /// <summary>The representation in one line; empty where it is not known.</summary>
    internal static string Representation(AlgebraReport algebra) => algebra.Representation is { Length: > 0 } parts
        ? string.Join(" + ", parts.Select(part => $"{(part.Multiplicity > 1 ? $"{part.Multiplicity} x " : "")}{part.Irrep} of {part.Ideal}"))
        : "";

    private static IEnumerable<EvidenceRow> Classifier(ClassifierReport classifier)
    {
        var shuffled = classifier.ShuffledAccuracy is { } control ? Heads(control) : "";
        var controlName = shuffled.Length > 0 ? "shuffled labels" : "";
        var heldOut = classifier.HeldOutAccuracy is { } accuracy ? Heads(accuracy) : "";
        yield return heldOut.Length > 0
            ? new("classifier", "accuracy on the training samples", Heads(classifier.Accuracy))
            : new("classifier", "accuracy on the training samples", Heads(classifier.Accuracy), controlName, shuffled);
        if (heldOut.Length > 0)
        {
            yield return new("classifier", "accuracy on held-out samples", heldOut, controlName, shuffled);
        }
    }

    private static IEnumerable<EvidenceRow> Embedding(EmbeddingReport embedding) =>
    [
        new("embedding", $"layer {embedding.Layer} of {embedding.Model}", $"{NumberText.Count(embedding.Width)} numbers for a sample"),
        new("embedding", "samples whose neighbours vote for their class", Heads(embedding.Accuracy), "shuffled labels", Heads(embedding.ShuffledAccuracy)),
    ];

    private static IEnumerable<EvidenceRow> Orbits(ImmutableArray<OrbitReport> orbits, DataReport? data)
    {
        var classes = orbits.Select(orbit => orbit.Class).Distinct().Count();
        yield return new("orbits", "found", $"{NumberText.Count(orbits.Length)} in {NumberText.Count(classes)} classes");
        if (data is { Points: > 0 })
        {
            var covered = orbits.Sum(orbit => (double)orbit.Points) / data.Points;
            yield return new("orbits", "share of the points on them", NumberText.Percent(covered));
        }

        if (orbits.Any(orbit => orbit.Stability is not null))
        {
            yield return new("orbits", "least stability over re-trained networks", NumberText.Percent(orbits.Min(orbit => orbit.Stability ?? 1)));
        }
    }

    private static IEnumerable<EvidenceRow> Symmetry(SymmetryReport symmetry)
    {
        if (symmetry.Fit is { } fit)
        {
            yield return new("function", fit.Method, $"leaves {NumberText.Percent(fit.Unexplained)} unexplained");
        }

        if (symmetry.Asymmetry is { } asymmetry)
        {
            var spectrum = symmetry.Spectrum ?? [];
            var next = spectrum.FirstOrDefault(candidate => candidate.Lower > symmetry.Tolerance);
            yield return new("symmetry", $"asymmetry, {NumberText.Percent(asymmetry.Confidence)} bounds", Interval(asymmetry), next is null ? "" : "first field beyond the tolerance", next is null ? "" : Interval(next));
            if (symmetry.Change is { } change)
            {
                yield return new("symmetry", "change of the values, relative to their variance", Interval(change));
            }

            yield return new("symmetry", "tolerance", NumberText.Percent(symmetry.Tolerance));
        }

        if (symmetry.Group is { } group)
        {
            yield return new("symmetry", $"asymmetry of the elements of {group.Name} together", Interval(group.Asymmetry), "closure error", NumberText.Short(group.ClosureError));
            foreach (var element in group.Elements.OrderByDescending(element => element.Asymmetry.Value).Take(MostMembers))
            {
                yield return new("symmetry", element.Name, Interval(element.Asymmetry));
            }
        }

        if (symmetry.Dependence is { Unused: { Length: > 0 } unused } dependence)
        {
            yield return new("symmetry", $"does not depend on {string.Join(", ", unused)}: asymmetry of moving along", dependence.Asymmetry is { } along ? Interval(along) : "",
                dependence.PValue is null ? "" : "p-value of held-out samples, permuted along", dependence.PValue is { } p ? NumberText.Short(p) : "");
        }

        if (symmetry.AcrossOrbits is { } across)
        {
            yield return new("symmetry", "asymmetry on the orbits in the embedding", Interval(across));
        }
    }

    private static IEnumerable<EvidenceRow> Group(GroupReport group, DataReport? data)
    {
        foreach (var member in group.Members.OrderByDescending(member => member.Asymmetry.Value).Take(MostMembers))
        {
            var change = member.Change is { } size ? NumberText.Short(size) : "";
            yield return new("group", member.Name, Interval(member.Asymmetry), change.Length > 0 ? "root mean square change" : "", change);
        }

        if (group.Members.Length > MostMembers)
        {
            yield return new("group", $"and {group.Members.Length - MostMembers} members that are broken less", "");
        }

        if (group.BrokenShare is { } share)
        {
            yield return new("group", "share of the output that is not as it should be", string.Create(null, $"{share:0.###e+0}"));
        }

        if (group.PValue is { } pValue)
        {
            yield return new("group", $"p-value of \"the points are distributed invariantly under {group.Name}\"", NumberText.Short(pValue));
        }

        if (group.Worst is [var worst, ..] && data?.Columns is { } columns && columns.Length == worst.Length && worst.Length <= MostCoordinates)
        {
            yield return new("group", "broken most at", string.Join(", ", columns.Select((column, j) => $"{column} = {NumberText.Short(worst[j])}")));
        }
    }

    private static string Interval(Verification.Asymmetry asymmetry) => $"{NumberText.Percent(asymmetry.Value)} ({NumberText.Percent(asymmetry.Lower)} to {NumberText.Percent(Math.Min(1, asymmetry.Upper))})";

    private static IEnumerable<EvidenceRow> Generators(GeneratorReport generators)
    {
        yield return new("generators", generators.Method == "given" ? "number, as given" : $"{(generators.AreRejected ? "rejected candidates" : "number")}, by {generators.Method}", NumberText.Count(generators.Count));
        if (generators.InvarianceError is { } invariance)
        {
            var control = generators.Control is { } random ? NumberText.Short(random) : "";
            yield return new("generators", "moved points, in neighbour distances (about 1 where flows hold)", NumberText.Short(invariance), control.Length > 0 ? "random matrices" : "", control);
        }

        if (generators.ClosureError is { } closure)
        {
            yield return new("generators", "closure error of the commutators (0 to 1)", NumberText.Short(closure));
        }

        if (generators.Agreement is { } agreement)
        {
            yield return new("generators", $"angle to the span that {agreement.Method} finds, as a sine", NumberText.Short(agreement.Sine));
        }
    }

    private static string Heads(ImmutableArray<double> accuracies) => string.Join(", ", accuracies.Select(NumberText.Percent));
}
