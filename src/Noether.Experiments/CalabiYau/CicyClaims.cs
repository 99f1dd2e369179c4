using Noether.Learning;
using Noether.Reports;

namespace Noether.Experiments.CalabiYau;

/// <summary>What section 2.2 of the paper sets out to show, and what goes beyond it; the figures behind it stand in <see cref="ScoreTable"/>.</summary>
internal static class CicyClaims
{
    private const double WantedAccuracy = 0.95; // where the paper stops training
    private const double WantedMean = 0.93;
    private const double WantedShare = 0.8; // "the vast majority"
    private const double WantedPrecision = 0.95;
    private const double WantedRecall = 0.6;

    /// <summary>What was learned has to be better than what was not by as much as no choice of samples brings about.</summary>
    private const double Margin = 0.15;

    /// <summary>The accuracies of the training.</summary>
    public static ImmutableArray<Claim> Of(TrainedClassifier classifier) =>
    [
        AtLeast("accuracy h21", classifier.Accuracy[0], WantedAccuracy),
        AtLeast("accuracy h11", classifier.Accuracy[1], WantedAccuracy),
    ];

    /// <summary>The paper's rule, ours beside it as its control, and what the pairs of entries are worth that come together.</summary>
    public static IEnumerable<Claim> Of(CicyAnalysis analysis, CicySamples samples)
    {
        yield return AtLeast("mean label accuracy", analysis.ByLabel.MeanLabelAccuracy, WantedMean);
        yield return AtLeast("share of labels with accuracy above 0.9", analysis.ByLabel.ShareFound, WantedShare);
        yield return AtLeast("shared neighbours: mean accuracy of the points (control: the largest jump)", analysis.Whole.MeanAccuracy, WantedPrecision) with { Control = analysis.ByLabel.MeanAccuracy };
        yield return AtLeast("shared neighbours: mean recall of the points (control: the largest jump)", analysis.Whole.MeanRecall, WantedRecall) with { Control = analysis.ByLabel.MeanRecall };
        foreach (var claim in EntryPairs.Of(samples, analysis).Claims())
        {
            yield return claim;
        }
    }

    /// <summary>Both rules beside the same where nothing was learned, on the same samples. Recall is in the table alone: without accuracy it says nothing, since one cluster of all points has it whole.</summary>
    public static IEnumerable<Claim> Of(CicyControls controls) =>
    [
        .. Beside("mean label accuracy", controls, scores => scores.Jump.MeanLabelAccuracy),
        .. Beside("share of labels with accuracy above 0.9", controls, scores => scores.Jump.ShareFound),
        .. Beside("shared neighbours: mean accuracy of the points", controls, scores => scores.Whole.MeanAccuracy),
    ];

    /// <summary>A Hodge pair in words.</summary>
    public static string PairName((int H11, int H21) pair) => $"(h11, h21) = ({pair.H11}, {pair.H21})";

    private static IEnumerable<Claim> Beside(string name, CicyControls controls, Func<RuleScores, double> value) =>
        from control in controls.Untaught
        let reference = value(control.Scores)
        let labels = controls.Trained.Jump.LabelAccuracy.Length
        select new Claim($"{name} beside {control.Name} ({labels} labels)", value(controls.Trained), $">= control + {Margin}", value(controls.Trained) >= reference + Margin, reference);

    private static Claim AtLeast(string name, double value, double wanted) => new(name, value, $">= {wanted}", value >= wanted);
}
