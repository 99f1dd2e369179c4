using Noether.CalabiYau.Classes;
using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Representatives;
using Noether.Learning;
using Noether.Orbits;

namespace Noether.Experiments.CalabiYau;

/// <summary>Figures 4 and 5 and Table 1 of the paper: threefolds classified by their Hodge numbers, and what lies together in the embedding.</summary>
internal sealed record CicyOptions
{
    /// <summary>The paper's l2 weight is not known. More of it makes jumps less sharp; on the whole list 3e-4, with the schedule of that time, stood still at an accuracy of 0.55.</summary>
    private const double Penalty = 1e-5;

    /// <summary>A cool-down so long that it takes all epochs but the first.</summary>
    private const double FromTheStart = 1000;

    /// <summary>What the whole list needs besides: small steps, and turns only for the matrices that it does not know yet (docs/decisions, training on threefolds).</summary>
    public static CicyOptions ForWholeList { get; } = new()
    {
        Representatives = RepresentativeOptions.Default,
        Training = new CicyOptions().Training with { LearningRate = 1.5e-3, MaximumEpochs = 800, Rest = 8 },
    };

    /// <summary>How representatives are drawn. Default: as for the data sets of the tool, with splittings by P1 besides B, C and D.</summary>
    public RepresentativeOptions Representatives { get; init; } = RepresentativeOptions.Default with { Identities = IdentitySet.WithLineSplittings };

    /// <summary>How matrices become input vectors.</summary>
    public GraphOptions Graphs { get; init; } = GraphOptions.Default;

    /// <summary>
    /// The least standard deviation that a whitened input is divided by, above 0. Default 0.02: a node type that one matrix in ten thousand has would else be blown up a hundredfold.
    /// </summary>
    public float LeastScale
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, nameof(LeastScale));
            field = value;
        }
    } = 0.02f;

    /// <summary>Table 1.</summary>
    public NetworkOptions Network { get; init; } = new() { Hidden = [new(315), new(315, Penalty: Penalty), new(100), new(100, Activation.Linear, Penalty)] };

    /// <summary>
    /// How it is trained. Default: 100 epochs of batches of 128, the rate falling from 0.003 to zero in equal steps from the second epoch on; 95 % in both heads is wanted, as in the paper.
    /// Many small steps at a high rate matter most (128 at 0.0015 puts 7 in 100 fewer labels of a small part of the list above 0.9), then the falling rate, then whitened inputs.
    /// </summary>
    public TrainingOptions Training { get; init; } = new() { BatchSize = 128, LearningRate = 3e-3, TargetAccuracy = 0.95, MaximumEpochs = 100, CoolDown = FromTheStart };

    /// <summary>Neighbours among which the largest jump is looked for, at least 2. Default 250, as in the paper.</summary>
    public int Neighbours
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(Neighbours));
            field = value;
        }
    } = 250;

    /// <summary>How whole orbits are found, beyond the paper.</summary>
    public SharedNeighbourOptions Orbits { get; init; } = new();

    /// <summary>Epochs of the network on shuffled labels, at least 1. Default 5: it learns nothing but the samples themselves.</summary>
    public int ShuffledEpochs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(ShuffledEpochs));
            field = value;
        }
    } = 5;

    /// <summary>The most samples of a control, at least 1000; above, whole labels are left out evenly, which makes a control's task easier. Default 100 000.</summary>
    public int ControlSamples
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1000, nameof(ControlSamples));
            field = value;
        }
    } = 100_000;

    /// <summary>How certified classes are found. Default: one backward step, which finds nine tenths of what two steps find in a tenth of the time.</summary>
    public ClassOptions Classes { get; init; } = ClassOptions.Default with { Steps = 1 };

    /// <summary>Clusters in which identities are looked for, at least 1; spread over all of them where there are more. Default 1000: the rarest identity of the samples then occurs in several.</summary>
    public int IdentityGroups
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(IdentityGroups));
            field = value;
        }
    } = 1000;

    /// <summary>Matrices of each of these clusters, at least 2. Default 12, the smallest: most of them are one change away from the smallest of all, and the cost grows with the square.</summary>
    public int IdentityGroupSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(IdentityGroupSize));
            field = value;
        }
    } = 12;

    /// <summary>Local changes that are verified on the whole list, at least 1. Default 12.</summary>
    public int Identities
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Identities));
            field = value;
        }
    } = 12;

    /// <summary>The entries of Figure 4, by label. Default: none, for two of the most populated Hodge pairs.</summary>
    public ImmutableArray<int> Entries { get; init; } = [];

    /// <summary>Whether figures are made. Default: true.</summary>
    public bool Figures { get; init; } = true;
}
