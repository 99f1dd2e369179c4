using System.Text;
using Noether.Data;
using Noether.Runs;

namespace Noether.Samples.MakeTables;

/// <summary>Points of the plane near eleven levels of the Mexican-hat potential, with its value: a function whose symmetry is a rotation.</summary>
public static class HatTable
{
    private const int PointsPerLevel = 300;

    /// <summary>The table as text: columns x, y and V, one row per point.</summary>
    public static string Text()
    {
        var hat = new MexicanHat { SamplesPerClass = PointsPerLevel };
        var points = hat.Sample(new Seed(1), Execution.Default).Points;
        var text = new StringBuilder("x,y,V\n");
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = (Math.Round(points[i, 0], 8), Math.Round(points[i, 1], 8));
            text.Append($"{x:0.00000000},{y:0.00000000},{hat.Value(x, y):0.00000000}\n");
        }

        return text.ToString();
    }
}
