using Noether.Data;

namespace Noether.Files.Samples;

/// <summary>The classes that one column gives the rows of a table.</summary>
/// <param name="Column">Where they come from.</param>
/// <param name="Classes">The class of each row, -1 for none. Shape [rows].</param>
/// <param name="Names">The name of each class.</param>
/// <param name="AreValues">Whether the classes are bins of function values.</param>
internal sealed record Head(Column Column, int[] Classes, ImmutableArray<string> Names, bool AreValues)
{
    /// <summary>Classes as they are named in the cells.</summary>
    public static Head OfLabels(Column column)
    {
        var labels = Labels.FromNames(column.Name, TextsOf(column));
        return new(column, [.. labels.Classes], labels.ClassNames, AreValues: false);
    }

    /// <summary>Bins of function values; quantiles are those of some rows.</summary>
    public static Head OfValues(Column column, ImmutableArray<int> measured, TableRoles roles)
    {
        var values = KeptSamples.Select(column.Numbers, measured);
        ValueClasses classes = roles.Levels is { } windows ? windows : ValueQuantiles.Of(values.AsSpan(), roles.Classes);
        return new(column, classes.ClassesOf(column.Numbers), classes.Names, AreValues: true);
    }

    /// <summary>The labels of some rows; classes without a row are left out.</summary>
    public Labels LabelsOf(ImmutableArray<int> rows)
    {
        var sizes = SizesAmong(rows);
        var number = new int[Names.Length];
        var names = ImmutableArray.CreateBuilder<string>();
        for (var k = 0; k < number.Length; k++)
        {
            number[k] = names.Count;
            if (sizes[k] > 0)
            {
                names.Add(Names[k]);
            }
        }

        return new(Column.Name, [.. rows.Select(row => number[Classes[row]])], names.ToImmutable());
    }

    /// <summary>How many of some rows are in each class. Shape [classes].</summary>
    public int[] SizesAmong(ImmutableArray<int> rows)
    {
        var sizes = new int[Names.Length];
        foreach (var row in rows)
        {
            sizes[Classes[row]]++;
        }

        return sizes;
    }

    private static string[] TextsOf(Column column)
    {
        if (!column.IsNumeric)
        {
            return [.. Enumerable.Range(0, column.Count).Select(column.TextAt)];
        }

        var texts = new Dictionary<double, string>();
        var all = new string[column.Count];
        for (var row = 0; row < all.Length; row++)
        {
            var number = column.Numbers[row] + 0.0;
            if (!texts.TryGetValue(number, out var text))
            {
                texts[number] = text = column.TextAt(row);
            }

            all[row] = text;
        }

        return all;
    }
}
