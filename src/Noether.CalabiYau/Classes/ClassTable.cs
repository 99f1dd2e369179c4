using System.Globalization;

namespace Noether.CalabiYau.Classes;

/// <summary>Classes of entries as text, one line an entry: label, class, group, h11, h21.</summary>
/// <remarks>
/// Entries of one class are taken for the same manifold, on evidence as strong as <see cref="ClassOptions.Weakest"/>. Entries with different Hodge numbers, or with different groups, are different manifolds.
/// The group is empty where no basis-independent numbers are known; all other pairs are undecided.
/// </remarks>
public static class ClassTable
{
    private const string Header = "label,class,group,h11,h21";

    /// <summary>Writes the table.</summary>
    public static void Write(EntryClasses classes, TextWriter writer)
    {
        writer.Write($"{Header}\n");
        foreach (var (label, entryClass) in classes.ClassOf.OrderBy(pair => pair.Key))
        {
            var (h11, h21) = classes.HodgeNumbers[label];
            writer.Write($"{label},{entryClass},{(classes.GroupOf.TryGetValue(entryClass, out var group) ? group : "")},{h11},{h21}\n");
        }
    }

    /// <summary>Reads a table back, without the pairs and stages behind it; <see cref="EntryClasses.Compare"/> gives the same answers.</summary>
    /// <exception cref="FormatException">A line is malformed; the message names it.</exception>
    public static EntryClasses Read(TextReader reader)
    {
        var header = reader.ReadLine();
        if (header != Header)
        {
            throw new FormatException($"Line 1: expected \"{Header}\", got \"{header}\".");
        }

        var classes = ImmutableDictionary.CreateBuilder<int, int>();
        var groups = ImmutableDictionary.CreateBuilder<int, int>();
        var hodge = ImmutableDictionary.CreateBuilder<int, (int H11, int H21)>();
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            var cells = text.Split(',');
            if (cells.Length != 5)
            {
                throw new FormatException($"Line {line}: expected five cells, {Header}; got \"{text}\".");
            }

            var label = Number(cells[0], line);
            classes[label] = Number(cells[1], line);
            hodge[label] = (Number(cells[3], line), Number(cells[4], line));
            if (cells[2].Length > 0)
            {
                groups[classes[label]] = Number(cells[2], line);
            }
        }

        return new(classes.ToImmutable(), [], groups.ToImmutable(), []) { HodgeNumbers = hodge.ToImmutable() };
    }

    private static int Number(string cell, int line) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"Line {line}: \"{cell}\" is no whole number.");
}
