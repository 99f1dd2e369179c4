using System.Diagnostics;

namespace Noether.Reporting.Tests;

public static class FigureRendererTests
{
    [Fact]
    public static void Look()
    {
        var dir = Environment.GetEnvironmentVariable("LOOK");
        foreach (var figure in SampleReport.MexicanHat.Figures)
        {
            for (var r = 0; r < 2; r++)
            {
                var w = Stopwatch.StartNew();
                var png = FigureRenderer.ToPng(figure);
                var t1 = w.ElapsedMilliseconds;
                var svg = FigureRenderer.ToSvg(figure);
                Console.WriteLine($"{figure.Name} png {png.Length} {t1} ms svg {svg.Length} {w.ElapsedMilliseconds - t1} ms");
                if (dir != null) { File.WriteAllBytes($"{dir}/{figure.Name}.png", png); File.WriteAllText($"{dir}/{figure.Name}.svg", svg); }
            }
        }
    }
}
