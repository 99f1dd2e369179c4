using ScottPlot;
using ScottPlot.TickGenerators;

namespace Noether.Reporting.Figures;

/// <summary>A horizontal axis that counts, such as epochs: no ticks between whole numbers.</summary>
internal static class WholeTicks
{
    internal static void Apply(Plot plot) => plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
}
