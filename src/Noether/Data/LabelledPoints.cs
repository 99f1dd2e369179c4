using Noether.Runs;

namespace Noether.Data;

/// <summary>Samples of a function: points, and for each head the class of every point.</summary>
public sealed record LabelledPoints
{
    /// <summary>Joins points and labels.</summary>
    /// <param name="points">The samples, shape [n, d].</param>
    /// <param name="heads">One or more sets of labels, each with n classes.</param>
    /// <exception cref="ArgumentException">There is no head, or one has another number of samples.</exception>
    public LabelledPoints(PointCloud points, params ImmutableArray<Labels> heads)
    {
        if (heads.IsDefaultOrEmpty)
        {
            throw new ArgumentException("Labelled points need at least one set of labels.", nameof(heads));
        }

        foreach (var head in heads)
        {
            if (head.Count != points.Count)
            {
                throw new ArgumentException($"Labels '{head.Name}' are of {head.Count} samples; there are {points.Count} points.", nameof(heads));
            }
        }

        Points = points;
        Heads = heads;
        Cells = heads.Length == 1 ? heads[0] : Combine(heads);
    }

    /// <summary>The samples, shape [n, d].</summary>
    public PointCloud Points { get; }

    /// <summary>The labels that the classifier learns, one set per softmax head.</summary>
    public ImmutableArray<Labels> Heads { get; }

    /// <summary>The classes in which orbits are looked for: with one head its classes, with several the combinations that occur.</summary>
    public Labels Cells { get; }

    /// <summary>The values of the functions that the heads are bins of, one row a head; empty, the default, where the classes are all that is known. Shape [heads][n].</summary>
    /// <exception cref="ArgumentException">There is not one row of n values for each head.</exception>
    public ImmutableArray<ImmutableArray<double>> Values
    {
        get;
        init
        {
            if (!value.IsEmpty && (value.Length != Heads.Length || value.Any(row => row.Length != Count)))
            {
                throw new ArgumentException($"There are {Heads.Length} heads and {Count} samples; values are given for each head and sample, or not at all.", nameof(Values));
            }

            field = value;
        }
    } = [];

    /// <summary>The number of samples n.</summary>
    public int Count => Points.Count;

    /// <summary>Some of the samples, in their order.</summary>
    public LabelledPoints Select(ReadOnlySpan<int> samples)
    {
        var heads = ImmutableArray.CreateBuilder<Labels>(Heads.Length);
        foreach (var head in Heads)
        {
            heads.Add(head.Select(samples));
        }

        ImmutableArray<int> rows = [.. samples];
        return new(Points.Select(samples), heads.MoveToImmutable()) { Values = [.. Values.Select(row => rows.Select(sample => row[sample]).ToImmutableArray())] };
    }

    /// <summary>The control: the same points with each head's labels dealt out at random, all heads by the same permutation of the samples.</summary>
    public LabelledPoints WithShuffledLabels(Seed seed) => new(Points, [.. Heads.Select(head => head.Shuffled(seed))]);

    private static Labels Combine(ImmutableArray<Labels> heads)
    {
        var keys = Enumerable.Range(0, heads[0].Count).Select(i => Key(heads, i)).ToArray();
        var cells = keys.Distinct().Order().ToArray();
        var number = cells.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return new(
            string.Join(", ", heads.Select(head => head.Name)),
            [.. keys.Select(key => number[key])],
            [.. cells.Select(key => Name(heads, key))]);
    }

    private static long Key(ImmutableArray<Labels> heads, int sample) =>
        heads.Aggregate(0L, (key, head) => checked((key * head.ClassCount) + head.Classes[sample]));

    private static string Name(ImmutableArray<Labels> heads, long key)
    {
        var names = new string[heads.Length];
        for (var h = heads.Length - 1; h >= 0; h--)
        {
            (key, var cell) = Math.DivRem(key, heads[h].ClassCount);
            names[h] = heads[h].ClassNames[(int)cell];
        }

        return string.Join(", ", names);
    }
}
