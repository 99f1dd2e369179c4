namespace Noether.Reports;

/// <summary>A number or a text: what a claim compares.</summary>
public sealed record ClaimValue
{
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

    /// <summary>The text, or the number with four significant digits.</summary>
    public override string ToString() => Text ?? Number!.Value.ToString("0.####");
}
