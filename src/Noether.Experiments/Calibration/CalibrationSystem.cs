using Noether.Data;
using Noether.Runs;

namespace Noether.Experiments.Calibration;

/// <summary>A function whose symmetries are known exactly, with the places where it is sampled.</summary>
/// <param name="Name">The formula.</param>
/// <param name="Dimension">The number of coordinates n.</param>
/// <param name="Value">The function. Takes shape [n].</param>
/// <param name="Design">Where it is sampled.</param>
internal sealed record CalibrationSystem(string Name, int Dimension, Func<double[], double> Value, CalibrationDesign Design)
{
    /// <summary>
    /// Functions with a continuous affine symmetry, and functions without one, whose best generator is broken by .04 to .4.
    /// </summary>
    public static ImmutableArray<CalibrationSystem> All { get; } =
    [
        new("x^2 + y^2", 2, x => Square(x), CalibrationDesign.Box),
        new("x^2 - y^2 + xy/2", 2, x => (x[0] * x[0]) - (x[1] * x[1]) + (0.5 * x[0] * x[1]), CalibrationDesign.Normal),
        new("r^4 - r^2", 2, x => Square(x) * (Square(x) - 1), CalibrationDesign.Box),
        new("(x^2 + 2 y^2)^(1/2)", 2, x => Math.Sqrt((x[0] * x[0]) + (2 * x[1] * x[1])), CalibrationDesign.Normal),
        new("exp(-3 x^2 - 3 y^2 - 2 xy)", 2, x => Math.Exp((-3 * Square(x)) - (2 * x[0] * x[1])), CalibrationDesign.Box),
        new("x exp(-y)", 2, x => x[0] * Math.Exp(-x[1]), CalibrationDesign.Box),
        new("x^2 + y^2, from a sector", 2, x => Square(x), CalibrationDesign.Sector),
        new("x^2 + y^2, from clusters", 2, x => Square(x), CalibrationDesign.Clusters),
        new("x^2 + 2 y^2 + 3 z^2", 3, x => (x[0] * x[0]) + (2 * x[1] * x[1]) + (3 * x[2] * x[2]), CalibrationDesign.Elongated),
        new("x^2 + y^2 + z/2", 3, x => Square(x[..2]) + (x[2] / 2), CalibrationDesign.Box),
        new("x^2 - y^2 - z^2", 3, x => (2 * x[0] * x[0]) - Square(x), CalibrationDesign.HeavyTails),
        new("t^2 - x^2 - y^2 - z^2", 4, x => (2 * x[0] * x[0]) - Square(x), CalibrationDesign.Normal),
        new("x u + y v", 4, x => (x[0] * x[1]) + (x[2] * x[3]), CalibrationDesign.Box),
        new("x^2 + y^2 + 0.15 x y^2", 2, x => Square(x) + (0.15 * x[0] * x[1] * x[1]), CalibrationDesign.Normal),
        new("x^2 + y^2 + 0.3 x y^2", 2, x => Square(x) + (0.3 * x[0] * x[1] * x[1]), CalibrationDesign.Box),
        new("x^2 + y^2 + 0.6 x y^2", 2, x => Square(x) + (0.6 * x[0] * x[1] * x[1]), CalibrationDesign.HeavyTails),
        new("x^4 + y^4", 2, x => Math.Pow(x[0], 4) + Math.Pow(x[1], 4), CalibrationDesign.Box),
        new("x^2 + y^2 + (x^2 - y^2)^2 / 5", 2, x => Square(x) + (Math.Pow((x[0] * x[0]) - (x[1] * x[1]), 2) / 5), CalibrationDesign.Box),
        new("r^4 - r^2 + 0.3 x^3", 2, x => (Square(x) * (Square(x) - 1)) + (0.3 * Math.Pow(x[0], 3)), CalibrationDesign.Normal),
        new("x^3 + yz + 0.7 y^2 + 0.3 z^3", 3, Cubic, CalibrationDesign.Box),
        new("x^2 + y^2 + z^2 + 0.5 xyz + 0.2 x^3", 3, x => Square(x) + (0.5 * x[0] * x[1] * x[2]) + (0.2 * x[0] * x[0] * x[0]), CalibrationDesign.Box),
        new("exp(x) + y^3 + sin(3 z)", 3, x => Math.Exp(x[0]) + Math.Pow(x[1], 3) + Math.Sin(3 * x[2]), CalibrationDesign.Clusters),
        new("sin(3 x) + y^3", 2, x => Math.Sin(3 * x[0]) + Math.Pow(x[1], 3), CalibrationDesign.Box),
        new("t^2 + x^2 + y^2 + z^2 + txy + z^3 / 2", 4, x => Square(x) + (x[0] * x[1] * x[2]) + (Math.Pow(x[3], 3) / 2), CalibrationDesign.Box),
    ];

    /// <summary>Draws places.</summary>
    public PointCloud Places(int count, Seed seed)
    {
        var (random, values) = (seed.Stream(), new double[count * Dimension]);
        for (var i = 0; i < count; i++)
        {
            Design.Draw(random, values.AsSpan(i * Dimension, Dimension));
        }

        return new(count, Dimension, values);
    }

    /// <summary>The values at some places with normal noise.</summary>
    /// <param name="places">Shape [N, n].</param>
    /// <param name="noise">Its standard deviation in units of that of the values.</param>
    /// <param name="seed">The noise.</param>
    public ImmutableArray<double> Values(PointCloud places, double noise, Seed seed)
    {
        var random = seed.Stream();
        double[] values = [.. Enumerable.Range(0, places.Count).Select(i => Value(places.Row(i).ToArray()))];
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(y => (y - mean) * (y - mean)));
        return [.. values.Select(y => y + (noise * deviation * random.NextGaussian()))];
    }

    private static double Cubic(double[] x) => Math.Pow(x[0], 3) + (x[1] * x[2]) + (0.7 * x[1] * x[1]) + (0.3 * Math.Pow(x[2], 3));

    private static double Square(double[] x) => x.Sum(y => y * y);
}

/// <summary>A way to choose places.</summary>
/// <param name="Name">In words.</param>
/// <param name="Draw">Fills one place. Shape [n].</param>
internal sealed record CalibrationDesign(string Name, CalibrationDesign.Draws Draw)
{
    /// <summary>Fills a place.</summary>
    public delegate void Draws(RandomStream random, Span<double> place);

    /// <summary>Even in the cube from -1 to 1.</summary>
    public static CalibrationDesign Box { get; } = new("box", (random, place) => Fill(place, () => random.NextUniform(-1, 1)));

    /// <summary>Normal with standard deviation .6.</summary>
    public static CalibrationDesign Normal { get; } = new("normal", (random, place) => Fill(place, () => 0.6 * random.NextGaussian()));

    /// <summary>Normal, off centre, and ten times as long in the first direction as across.</summary>
    public static CalibrationDesign Elongated { get; } = new("elongated", (random, place) =>
    {
        Fill(place, () => 0.3 + (0.1 * random.NextGaussian()));
        place[0] += 0.99 * random.NextGaussian();
    });

    /// <summary>Student's t with five degrees of freedom, of scale .4.</summary>
    public static CalibrationDesign HeavyTails { get; } = new("heavy tails", (random, place) =>
    {
        var scale = 0.0;
        for (var i = 0; i < 5; i++)
        {
            scale += Math.Pow(random.NextGaussian(), 2) / 5;
        }

        Fill(place, () => 0.4 * random.NextGaussian() / Math.Sqrt(scale));
    });

    /// <summary>A sector of 120 degrees of the unit disc, in the first two coordinates.</summary>
    public static CalibrationDesign Sector { get; } = new("sector", (random, place) =>
    {
        var (angle, radius) = (random.NextUniform(0, 2 * Math.PI / 3), Math.Sqrt(random.NextDouble()));
        Fill(place, () => random.NextUniform(-1, 1));
        (place[0], place[1]) = (radius * Math.Cos(angle), radius * Math.Sin(angle));
    });

    /// <summary>Three clusters.</summary>
    public static CalibrationDesign Clusters { get; } = new("clusters", (random, place) =>
    {
        var turn = 2 * Math.PI * random.NextIndex(3) / 3;
        Fill(place, () => 0.35 * random.NextGaussian());
        (place[0], place[1]) = (place[0] + (0.7 * Math.Cos(turn)), place[1] + (0.7 * Math.Sin(turn)));
    });

    private static void Fill(Span<double> place, Func<double> next)
    {
        for (var i = 0; i < place.Length; i++)
        {
            place[i] = next();
        }
    }
}
