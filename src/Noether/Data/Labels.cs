using Noether.Runs;

namespace Noether.Data;

/// <summary>The class of every sample with respect to one question: one head of a classifier.</summary>
public sealed record Labels
{
    /// <summary>Joins the classes of the samples and their names.</summary>
    /// <param name="name">What the classes are about, such as the column they came from.</param>
    /// <param name="classes">The class of each sample, 0 .. number of names - 1. Shape [n].</param>
    /// <param name="classNames">The name of each class, in the order of the numbers.</param>
    /// <exception cref="ArgumentException">A class has no name.</exception>
    public Labels(string name, ImmutableArray<int> classes, ImmutableArray<string> classNames)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] < 0 || classes[i] >= classNames.Length)
            {
                throw new ArgumentException($"Sample {i} has class {classes[i]}; there are {classNames.Length} classes, counted from 0.", nameof(classes));
            }
        }

        Name = name;
        Classes = classes;
        ClassNames = classNames;
    }

    /// <summary>What the classes are about, such as the column they came from.</summary>
    public string Name { get; }

    /// <summary>The class of each sample. Shape [n].</summary>
    public ImmutableArray<int> Classes { get; }

    /// <summary>The name of each class.</summary>
    public ImmutableArray<string> ClassNames { get; }

    /// <summary>The number of samples n.</summary>
    public int Count => Classes.Length;

    /// <summary>The number of classes, those without samples included.</summary>
    public int ClassCount => ClassNames.Length;

    /// <summary>Labels from names given per sample; classes are numbered in the order in which a person would sort them: numbers by value, other names by letter.</summary>
    public static Labels FromNames(string name, IReadOnlyList<string> namePerSample)
    {
        var names = namePerSample.Distinct(StringComparer.Ordinal).ToArray();
        var numeric = names.All(text => double.TryParse(text, out _));
        Array.Sort(names, numeric ? (x, y) => double.Parse(x).CompareTo(double.Parse(y)) : StringComparer.Ordinal.Compare);
        var number = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return new(name, [.. namePerSample.Select(text => number[text])], [.. names]);
    }

    /// <summary>The samples of each class, in increasing order. Shape [classes][members].</summary>
    public ImmutableArray<ImmutableArray<int>> Members()
    {
        var members = Enumerable.Range(0, ClassCount).Select(_ => ImmutableArray.CreateBuilder<int>()).ToArray();
        for (var i = 0; i < Classes.Length; i++)
        {
            members[Classes[i]].Add(i);
        }

        return [.. members.Select(builder => builder.ToImmutable())];
    }

    /// <summary>The labels of some samples, in their order; the classes stay.</summary>
    public Labels Select(ReadOnlySpan<int> samples)
    {
        var classes = ImmutableArray.CreateBuilder<int>(samples.Length);
        foreach (var sample in samples)
        {
            classes.Add(Classes[sample]);
        }

        return new(Name, classes.MoveToImmutable(), ClassNames);
    }

    /// <summary>The same classes dealt out to the samples at random: the control in which no label can be learned from its sample.</summary>
    public Labels Shuffled(Seed seed)
    {
        var classes = Classes.ToArray();
        seed.Stream().Shuffle<int>(classes);
        return new(Name, [.. classes], ClassNames);
    }
}
