using System.Globalization;

namespace Noether.Files.Delimited;

/// <summary>The XYZ format of molecules: the number of atoms, a comment, then an element and three coordinates a line.</summary>
internal static class XyzLayout
{
    private const int Coordinates = 3;

    /// <summary>The layout of an XYZ file, with columns element, x, y, z and c4, c5, ..; null for other text.</summary>
    /// <exception cref="DataFileException">The file holds several molecules.</exception>
    public static TextLayout? Of(DataFile file, FirstLines lines)
    {
        if (lines.Lines.Length < Coordinates || Count(lines.Lines[0]) is not { } atoms || atoms < 1)
        {
            return null;
        }

        var cells = FirstLines.Cells(lines.Lines[2], ' ', isByBlanks: true);
        if (cells.Length <= Coordinates || NumberText.IsFiniteNumber(cells[0])
            || !cells.Skip(1).Take(Coordinates).All(NumberText.IsFiniteNumber))
        {
            return null;
        }

        if (lines.Lines.Length > atoms + 2 && Count(lines.Lines[atoms + 2]) is not null)
        {
            throw new DataFileException(
                file.Path, "one molecule in XYZ format", "another one behind it", "give each frame of a trajectory a file of its own")
            {
                Line = atoms + 3,
            };
        }

        var more = Enumerable.Range(Coordinates + 1, cells.Length - Coordinates - 1);
        return new(lines.Encoding, '\t')
        {
            IsByBlanks = true,
            HeaderLine = 2,
            Header = string.Join('\t', ["element", "x", "y", "z", .. more.Select(k => $"c{k}")]),
            Omitted = [1],
            Assumptions = [$"The file is in XYZ format: {atoms} atoms, with columns element, x, y, z."],
        };
    }

    private static int? Count(string line) =>
        int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
