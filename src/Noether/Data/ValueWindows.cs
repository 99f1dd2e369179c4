using System.Globalization;

namespace Noether.Data;

/// <summary>Narrow windows about equally spaced levels: level k lies at First + k Step, and a value belongs to it when it is at most HalfWidth away. Eq. (S1).</summary>
/// <remarks>
/// Levels are computed in decimal arithmetic where their size allows it, so that -1, -0.8, .. 1 holds exactly the numbers that a person writes down.
/// A value on the rim of a window belongs to it; the comparison allows for the rounding of one subtraction.
/// </remarks>
public sealed class ValueWindows : ValueClasses
{
    /// <summary>More levels than this are taken for a slip of the pen: a classifier has one output for each.</summary>
    private const int MostLevels = 10_000;

    /// <summary>Share of a step by which (Last - First) / Step may miss a whole number; allows for the rounding of the three inputs.</summary>
    private const double StepSlack = 1e-6;

    /// <summary>Rounding of value - centre, in units of the larger of the two: a half unit in the last place for each operand and for the result.</summary>
    private const double SubtractionRounding = 4 * 1.1102230246251565e-16;

    private readonly ImmutableArray<double> _centres;

    /// <summary>Windows about the levels First, First + Step, .. Last.</summary>
    /// <param name="first">The lowest level.</param>
    /// <param name="last">The highest level, a whole number of steps above the first.</param>
    /// <param name="step">The distance of neighbouring levels, above 0.</param>
    /// <param name="halfWidth">How far a value may be from its level, above 0 and at most half a step.</param>
    /// <exception cref="ArgumentException">A number is not finite or out of range, Last is not a level, or windows overlap.</exception>
    public ValueWindows(double first, double last, double step, double halfWidth)
        : base(NamesOf(Levels(first, last, step)))
    {
        if (!double.IsFinite(halfWidth) || halfWidth <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(halfWidth), halfWidth, "A window's half-width is a number above 0.");
        }

        if (2 * halfWidth > step * (1 + StepSlack))
        {
            throw new ArgumentException($"Windows of half-width {halfWidth} about levels {step} apart overlap; take a half-width of at most {step / 2}.", nameof(halfWidth));
        }

        _centres = Levels(first, last, step);
        (First, Last, Step, HalfWidth) = (first, last, step, halfWidth);
    }

    /// <summary>The lowest level.</summary>
    public double First { get; }

    /// <summary>The highest level.</summary>
    public double Last { get; }

    /// <summary>The distance of neighbouring levels.</summary>
    public double Step { get; }

    /// <summary>How far a value may be from its level.</summary>
    public double HalfWidth { get; }

    /// <summary>The level in the middle of each window, increasing.</summary>
    public ImmutableArray<double> Centres => _centres;

    /// <summary>Reads levels written as FIRST:LAST:STEP, such as -1:1:0.2.</summary>
    /// <exception cref="FormatException">The text is not three numbers between colons.</exception>
    /// <exception cref="ArgumentException">As for the constructor.</exception>
    public static ValueWindows Parse(string levels, double halfWidth)
    {
        var parts = levels.Split(':');
        var numbers = new double[3];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (parts.Length != numbers.Length || !double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                throw new FormatException($"Levels are written FIRST:LAST:STEP, such as -1:1:0.2; got '{levels}'.");
            }
        }

        return new(numbers[0], numbers[1], numbers[2], halfWidth);
    }

    /// <inheritdoc/>
    public override int ClassOf(double value)
    {
        if (!double.IsFinite(value))
        {
            return -1;
        }

        var nearest = (int)Math.Clamp(Math.Floor(((value - First) / Step) + 0.5), 0, Count - 1);
        var centre = _centres[nearest];
        var rounding = SubtractionRounding * Math.Max(Math.Abs(value), Math.Abs(centre));
        return Math.Abs(value - centre) <= HalfWidth + rounding ? nearest : -1;
    }

    /// <summary>FIRST:LAST:STEP and the half-width, such as "-1:1:0.2 +- 0.001".</summary>
    public override string ToString() => $"{First}:{Last}:{Step} +- {HalfWidth}";

    private static ImmutableArray<double> Levels(double first, double last, double step)
    {
        if (!double.IsFinite(first) || !double.IsFinite(last) || !double.IsFinite(step) || step <= 0 || last < first)
        {
            throw new ArgumentException($"Levels run from a first to a last one, not below it, by a step above 0; got {first}:{last}:{step}.", nameof(step));
        }

        var steps = (last - first) / step;
        if (steps > MostLevels - 1 || Math.Abs(steps - Math.Round(steps)) > StepSlack)
        {
            throw new ArgumentException($"From {first} to {last} are {steps} steps of {step}; expected a whole number of at most {MostLevels - 1}.", nameof(step));
        }

        return [.. Enumerable.Range(0, (int)Math.Round(steps) + 1).Select(k => Level(first, step, k))];
    }

    private static double Level(double first, double step, int k)
    {
        var level = first + (k * step);
        if (!IsDecimal(first) || !IsDecimal(step) || !IsDecimal(level))
        {
            return level;
        }

        return (double)((decimal)first + (k * (decimal)step));
    }

    /// <summary>Whether a decimal number holds a number to fifteen digits: between 1e-12 and 1e12 there is room to spare.</summary>
    private static bool IsDecimal(double value) => value == 0 || Math.Abs(value) is > 1e-12 and < 1e12;

    private static ImmutableArray<string> NamesOf(ImmutableArray<double> levels) => [.. levels.Select(level => (level + 0.0).ToString(CultureInfo.InvariantCulture))];
}
