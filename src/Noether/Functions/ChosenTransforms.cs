namespace Noether.Functions;

/// <summary>The function of each head's values that polynomials predict best, Eq. (Y10); the value unless another is much better.</summary>
internal sealed class ChosenTransforms
{
    // A degree does when a higher one leaves hardly less.
    private const double NearlyBest = 0.97;

    private readonly ImmutableArray<Targets> _columns; // one per head
    private readonly int[] _heldOut;
    private readonly (int Family, double[] Weights)[] _chosen; // one per head

    private ChosenTransforms(ImmutableArray<Targets> columns, int[] heldOut, (int Family, double[] Weights)[] chosen)
    {
        (_columns, _heldOut, _chosen) = (columns, heldOut, chosen);
        Target = ValueTrials.SideBySide([.. columns.Select((head, i) => Combined(head, chosen[i]))]);
    }

    /// <summary>The chosen functions of the values, standardised. Shape [N, heads].</summary>
    public Targets Target { get; }

    /// <summary>Whether they are the values themselves.</summary>
    public bool IsPlain => _chosen.All(choice => choice.Family == 0);

    /// <summary>Chooses a function for each head.</summary>
    /// <param name="columns">The functions of the values that are combined, for each head.</param>
    /// <param name="residuals">What each degree misses of all heads' columns side by side. Shape [degrees][held out, columns].</param>
    /// <param name="heldOut">The held-out samples.</param>
    /// <param name="gain">The share of the unexplained variance that another function than the value may leave.</param>
    public static ChosenTransforms Fit(ImmutableArray<Targets> columns, double[][] residuals, int[] heldOut, double gain) =>
        new(columns, heldOut, [.. columns.Select((head, i) =>
            Best(head, [.. residuals.Select(degree => Of(degree, columns, i))], heldOut, gain))]);

    /// <summary>What residuals of all columns leave unexplained: a share of the chosen functions' variance, mean over heads.</summary>
    public double Unexplained(double[] residuals) => Enumerable.Range(0, _chosen.Length).Average(head => Unexplained(residuals, head));

    /// <summary>The method's name, with the chosen functions where they are not the values themselves.</summary>
    public string Name(string method) => IsPlain
        ? method
        : $"{method} for {string.Join(", ", _chosen.Select(choice => ValueTransform.Families[choice.Family].Name).Distinct())}";

    // The family that some degree predicts best; the value itself unless another is much better with the degree that the value needs: one
    // that needs more says where values are large rather than where level sets are.
    private static (int Family, double[] Weights) Best(Targets columns, Targets[] residuals, int[] heldOut, double gain)
    {
        var plain = columns.Select([0]).Values;
        var trials = ValueTransform.Families.Select(family => residuals.Select(degree => Trial(family.Columns, degree)).ToArray()).ToArray();
        var (least, ofValue) = (trials[0].Min(Unexplained), trials[0].Min(Unexplained));
        var degrees = ofValue < double.MaxValue
            ? Array.FindIndex(trials[0], trial => Unexplained(trial) <= ofValue / NearlyBest) + 1
            : residuals.Length;
        var best = (Family: 0, Weights: new double[] { 1 });
        for (var family = 1; family < trials.Length; family++)
        {
            var trial = trials[family].MinBy(Unexplained);
            if (Unexplained(trial) < gain * least && trials[family].Take(degrees).Min(Unexplained) < gain * ofValue)
            {
                (best, least) = ((family, trial!.Value.Weights), Unexplained(trial));
            }
        }

        return best;

        (double[] Weights, double Unexplained)? Trial(ImmutableArray<int> family, Targets degree) =>
            ValueTransform.Best(columns.Select(family.AsSpan()), heldOut, degree.Select(family.AsSpan()).Values, plain);

        static double Unexplained((double[] Weights, double Unexplained)? trial) => trial?.Unexplained ?? double.MaxValue;
    }

    private double Unexplained(double[] residuals, int head)
    {
        var picked = ValueTransform.Families[_chosen[head].Family].Columns;
        var misses = Raw(Of(residuals, _columns, head).Select(picked.AsSpan()), _chosen[head].Weights);
        var target = Combined(_columns[head], _chosen[head]).Values;
        var left = misses.Sum(miss => miss * miss);
        var total = _heldOut.Sum(row => target[row] * target[row]);
        return total > 0 ? left / total / Variance(head, picked) : 1;
    }

    // Combined() standardises; the residuals are of the combination as it is.
    private double Variance(int head, ImmutableArray<int> picked)
    {
        var raw = Raw(_columns[head].Select(picked.AsSpan()), _chosen[head].Weights);
        var mean = raw.Average();
        return raw.Average(y => (y - mean) * (y - mean));
    }

    private static Targets Combined(Targets columns, (int Family, double[] Weights) chosen) =>
        new(ValueTransform.Standardised(Raw(columns.Select(ValueTransform.Families[chosen.Family].Columns.AsSpan()), chosen.Weights)), 1);

    private static double[] Raw(Targets columns, double[] weights)
    {
        var values = new double[columns.Values.Length / columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            for (var a = 0; a < weights.Length; a++)
            {
                values[i] += weights[a] * columns.Row(i)[a];
            }
        }

        return values;
    }

    // One head's part of the residuals of all heads. Shape [held out, columns of the head].
    private static Targets Of(double[] residuals, ImmutableArray<Targets> columns, int head)
    {
        var all = new Targets(residuals, columns.Sum(each => each.Count));
        var offset = columns.Take(head).Sum(each => each.Count);
        return all.Select([.. Enumerable.Range(offset, columns[head].Count)]);
    }
}
