using System.Text;

namespace Noether.Files;

/// <summary>A file that cannot be used as it is: where, what was expected, what was found, and what to do about it.</summary>
public sealed class DataFileException : Exception
{
    /// <summary>Describes one thing that is wrong with a file.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="expected">What should have stood there, such as "a number".</param>
    /// <param name="found">What stands there, such as "\"1,5\"".</param>
    /// <param name="remedy">What to do next, such as "use . as the decimal separator".</param>
    /// <param name="cause">The exception that a reader underneath threw, if any.</param>
    public DataFileException(string file, string expected, string found, string remedy, Exception? cause = null)
        : base(null, cause)
    {
        File = file;
        Expected = expected;
        Found = found;
        Remedy = remedy;
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>What should have stood there.</summary>
    public string Expected { get; }

    /// <summary>What stands there.</summary>
    public string Found { get; }

    /// <summary>What to do next.</summary>
    public string Remedy { get; }

    /// <summary>The line, counted from 1; null where the file has no lines or the trouble no line.</summary>
    public int? Line { get; init; }

    /// <summary>The row of a file without lines, counted from 1; null where it does not matter.</summary>
    public int? Row { get; init; }

    /// <summary>The array within an archive; null where there is none.</summary>
    public string? Array { get; init; }

    /// <summary>The column; null where none is to blame.</summary>
    public string? Column { get; init; }

    /// <summary>All of it on one line, such as: points.csv line 41, column "x3": expected a number, found "1,5"; use . as the decimal separator.</summary>
    public override string Message
    {
        get
        {
            var text = new StringBuilder(File);
            _ = Line is { } line ? text.Append($" line {line}") : Row is { } row ? text.Append($" row {row}") : text;
            _ = Array is null ? text : text.Append($", array \"{Shortened.Text(Array)}\"");
            _ = Column is null ? text : text.Append($", column \"{Shortened.Text(Column)}\"");
            return Shortened.OneLine(text.Append($": expected {Expected}, found {Found}; {Remedy}").ToString());
        }
    }
}
