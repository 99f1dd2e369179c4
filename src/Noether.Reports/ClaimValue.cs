namespace Noether.Reports;

/// <summary>A number or a text: what a claim compares.</summary>
public sealed record ClaimValue
{
    private const double SmallestInDecimals = 1e-3;

    private ClaimValue(double? number, string? text)
    {
        Number = number;
        Text = text;
    }

    /// <summary>The number; null for a text.</summary>
    public double? Number { get; }

    /// <summary>The text; null for a number.</summary>
    public string? Text { get; }

    /// <summary>A number.</summary>
    public static implicit operator ClaimValue(double number) => new(number, null);

    /// <summary>A text.</summary>
    public static implicit operator ClaimValue(string text) => new(null, text);

    /// <summary>The text, or the number with four decimals at most; in powers of ten where those would not show it.</summary>
    public override string ToString() => (Text, Number) switch
    {
        ({ } text, _) => text,
        (_, { } number) when number != 0 && Math.Abs(number) < SmallestInDecimals => number.ToString("0.##e0"),
        (_, { } number) => number.ToString("0.####"),
        _ => "",
    };
}
