using ScottPlot;
using ScottPlot.TickGenerators;

namespace Noether.Reporting.Figures;

/// <summary>A vertical axis of powers of ten: layers are drawn at the logarithms, the ticks say what they stand for.</summary>
internal static class LogarithmicAxis
{
    private const string Superscripts = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    /// <summary>The place of a value on the axis; not a number for a value that has none.</summary>
    internal static double Place(double value, bool logarithmic) => !logarithmic ? value : value > 0 ? Math.Log10(value) : double.NaN;

    internal static void Apply(Plot plot) => plot.Axes.Left.TickGenerator = new NumericAutomatic
    {
        MinorTickGenerator = new LogMinorTickGenerator(),
        IntegerTicksOnly = true,
        LabelFormatter = Label,
    };

    private static string Label(double exponent)
    {
        var digits = Math.Abs((int)Math.Round(exponent)).ToString().Select(digit => Superscripts[digit - '0']);
        return $"10{(exponent < 0 ? "\u207b" : "")}{string.Concat(digits)}";
    }
}
