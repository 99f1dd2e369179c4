namespace Noether.Data;

/// <summary>A cut of the real line into classes, so that the values of a function become labels.</summary>
public abstract class ValueClasses
{
    private protected ValueClasses(ImmutableArray<string> names) => Names = names;

    /// <summary>The name of each class, in the order of increasing values.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The number of classes, at least 1.</summary>
    public int Count => Names.Length;

    /// <summary>The class of a value, 0 .. <see cref="Count"/> - 1, or -1 for a value outside every class.</summary>
    public abstract int ClassOf(double value);

    /// <summary>The class of each value, or -1. Shape [n].</summary>
    public int[] ClassesOf(ReadOnlySpan<double> values)
    {
        var classes = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            classes[i] = ClassOf(values[i]);
        }

        return classes;
    }
}
