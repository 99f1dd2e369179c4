using Noether.Data;
using Noether.Numerics;

namespace Noether.Learning;

/// <summary>Samples to train on, in single precision: half the memory of <see cref="LabelledPoints"/>, and with a say in what is balanced.</summary>
public sealed record TrainingData
{
    /// <summary>Joins points, labels and groups.</summary>
    /// <param name="points">The samples, finite. Shape [n, d].</param>
    /// <param name="heads">One or more sets of labels, each with n classes: what the network learns.</param>
    /// <param name="groups">What balanced training shows equally often, whatever the number of samples in each; the network learns nothing of it.</param>
    /// <exception cref="ArgumentException">There are no samples or no heads, or labels are of another number of samples.</exception>
    public TrainingData(SingleMatrix points, ImmutableArray<Labels> heads, Labels groups)
    {
        if (points.Rows == 0)
        {
            throw new ArgumentException("Training needs samples; there are none.", nameof(points));
        }

        if (heads.IsDefaultOrEmpty)
        {
            throw new ArgumentException("Training needs at least one set of labels.", nameof(heads));
        }

        foreach (var labels in heads.Append(groups))
        {
            if (labels.Count != points.Rows)
            {
                throw new ArgumentException($"Labels '{labels.Name}' are of {labels.Count} samples; there are {points.Rows} points.", nameof(heads));
            }
        }

        Points = points;
        Heads = heads;
        Groups = groups;
    }

    /// <summary>The samples. Shape [n, d].</summary>
    public SingleMatrix Points { get; }

    /// <summary>What the network learns, one set of labels per head.</summary>
    public ImmutableArray<Labels> Heads { get; }

    /// <summary>What balanced training shows equally often.</summary>
    public Labels Groups { get; }

    /// <summary>The number of samples n.</summary>
    public int Count => Points.Rows;

    /// <summary>What the network does to its inputs first; null to follow <see cref="TrainingOptions.Standardised"/>.</summary>
    public Standardisation? Standardisation { get; init; }

    /// <summary>Labelled points, balanced by the classes in which orbits are looked for.</summary>
    public static TrainingData Of(LabelledPoints data, TrainingOptions options) => new(data.Points.ToSingle(), data.Heads, data.Cells)
    {
        Standardisation = options.Standardised ? Standardisation.Of(data.Points) : null,
    };
}
