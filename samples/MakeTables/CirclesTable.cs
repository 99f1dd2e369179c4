using System.Text;
using Noether.Runs;

namespace Noether.Samples.MakeTables;

/// <summary>Labelled circles about the axis (1, 2, 2) / 3 through the origin, with noise: some classes hold one circle, some two.</summary>
public static class CirclesTable
{
    private const int PointsPerCircle = 200;
    private const double Noise = 0.01;

    /// <summary>A right-handed orthonormal frame whose third vector is the axis.</summary>
    private static readonly double[][] Frame =
    [
        [2.0 / 3, 1.0 / 3, -2.0 / 3],
        [-2.0 / 3, 2.0 / 3, -1.0 / 3],
        [1.0 / 3, 2.0 / 3, 2.0 / 3],
    ];

    private static readonly (string Class, double Radius, double Height)[] Circles =
    [
        ("amber", 1.0, 0.0),
        ("blue", 0.6, 0.9),
        ("blue", 1.6, -0.5),
        ("coral", 2.0, 0.3),
        ("dusk", 0.8, -1.1),
        ("dusk", 1.3, 0.8),
        ("ember", 1.7, 1.2),
    ];

    /// <summary>The table as text: columns x, y, z and class, one row per point, in random order.</summary>
    public static string Text()
    {
        var random = new Seed(2).Stream();
        var rows = Circles.SelectMany(circle => Enumerable.Range(0, PointsPerCircle).Select(_ => Row(circle, random))).ToArray();
        random.Shuffle<string>(rows);
        return new StringBuilder("x,y,z,class\n").AppendJoin('\n', rows).Append('\n').ToString();
    }

    private static string Row((string Class, double Radius, double Height) circle, RandomStream random)
    {
        var angle = random.NextUniform(0, 2 * Math.PI);
        double[] local = [circle.Radius * Math.Cos(angle), circle.Radius * Math.Sin(angle), circle.Height];
        var cells = new string[3];
        for (var i = 0; i < cells.Length; i++)
        {
            var exact = (local[0] * Frame[0][i]) + (local[1] * Frame[1][i]) + (local[2] * Frame[2][i]);
            cells[i] = $"{exact + (Noise * random.NextGaussian()):0.000000}";
        }

        return $"{string.Join(',', cells)},{circle.Class}";
    }
}
