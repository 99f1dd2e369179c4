using System.Text;
using Noether.Runs;

namespace Noether.Cli.Tests;

/// <summary>Small tables as users would bring them.</summary>
internal static class SampleTables
{
    /// <summary>Circles about an axis that is tilted and misses the origin: label "a" and "c" are one circle each, "b" is two. Noise is 1 % of a radius.</summary>
    public static string TiltedCircles(int perCircle, Seed seed)
    {
        var stream = seed.Stream();
        var table = new StringBuilder("kind,p,q,r\n");
        double[] axis = [2.0 / 3, -1.0 / 3, 2.0 / 3], first = [1 / Math.Sqrt(5), 2 / Math.Sqrt(5), 0];
        double[] second = [(axis[1] * first[2]) - (axis[2] * first[1]), (axis[2] * first[0]) - (axis[0] * first[2]), (axis[0] * first[1]) - (axis[1] * first[0])];
        (string Label, double Radius, double Height)[] circles = [("a", 1, 0.2), ("b", 2, 0.5), ("b", 0.6, 1.6), ("c", 1.5, -1)];
        for (var i = 0; i < perCircle * circles.Length; i++)
        {
            var (label, radius, height) = circles[i % circles.Length];
            var angle = stream.NextUniform(0, 2 * Math.PI);
            var coordinates = Enumerable.Range(0, 3).Select(k =>
                0.4 + (height * axis[k]) + (radius * ((Math.Cos(angle) * first[k]) + (Math.Sin(angle) * second[k]))) + (0.01 * radius * stream.NextGaussian()));
            table.AppendLine($"{label},{string.Join(',', coordinates.Select(x => x.ToString("R")))}");
        }

        return table.ToString();
    }

    /// <summary>Uniform points of a cube with labels that have nothing to do with them.</summary>
    public static string RandomLabels(int points, Seed seed)
    {
        var stream = seed.Stream();
        var rows = Enumerable.Range(0, points).Select(_ => $"{stream.NextDouble():R},{stream.NextDouble():R},{stream.NextDouble():R},{stream.NextIndex(4)}");
        return "x,y,z,class\n" + string.Join('\n', rows) + "\n";
    }

    /// <summary>Uniform points of a square with values of a function without symmetry.</summary>
    public static string NoSymmetry(int points, Seed seed)
    {
        var stream = seed.Stream();
        var rows = Enumerable.Range(0, points).Select(_ =>
        {
            var (x, y) = (stream.NextUniform(-1.5, 1.5), stream.NextUniform(-1.5, 1.5));
            return $"{x:R},{y:R},{(x * x * x * x) + (y * y * y) + (1.3 * x * y) + x:R}";
        });
        return "x,y,f\n" + string.Join('\n', rows) + "\n";
    }
}
