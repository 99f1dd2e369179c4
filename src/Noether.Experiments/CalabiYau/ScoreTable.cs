namespace Noether.Experiments.CalabiYau;

/// <summary>How rules fare against every kind of class, as a table.</summary>
internal static class ScoreTable
{
    /// <summary>The rules on the trained network's embedding, and on the controls where these were measured.</summary>
    public static string Of(CicyAnalysis analysis, CicyControls? controls)
    {
        IEnumerable<string> lines =
        [
            "rule,embedding,against,labels,mean label accuracy,share of labels above 0.9,mean accuracy of points,mean recall of points",
            Line("largest jump", "trained network", "labels", analysis.ByLabel),
            Line("largest jump", "trained network", "the list's redundancies", analysis.ByList),
            Line("largest jump", "trained network", "certified classes", analysis.Certified),
            Line("largest jump", "trained network", $"\"labels within {CicyClaims.PairName(analysis.Pair)}\"", analysis.WithinPair),
            Line("relative jump", "trained network", "labels", analysis.Relative),
            Line("shared neighbours", "trained network", "labels", analysis.Whole),
            Line("shared neighbours", "trained network", "certified classes", analysis.WholeCertified),
            .. controls is null ? [] : Controls(controls),
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static IEnumerable<string> Controls(CicyControls controls) =>
        from control in controls.Untaught.Prepend((Name: "the trained network on the samples of the controls", Scores: controls.Trained))
        from line in new[] { Line("largest jump", control.Name, "labels", control.Scores.Jump), Line("shared neighbours", control.Name, "labels", control.Scores.Whole) }
        select line;

    private static string Line(string rule, string embedding, string against, ClusterScores scores) =>
        FormattableString.Invariant($"{rule},{embedding},{against},{scores.LabelAccuracy.Length},{scores.MeanLabelAccuracy:0.0000},{scores.ShareFound:0.0000},{scores.MeanAccuracy:0.0000},{scores.MeanRecall:0.0000}");
}
