using Noether.Runs;

namespace Noether.Tests.Verification;

/// <summary>Places and functions of the tests that are named after rules.</summary>
internal static class SymmetryRules
{
    /// <summary>The seeds of every rule: the first ones.</summary>
    public static readonly ulong[] Seeds = [1, 2, 3, 4, 5];

    /// <summary>|x|^2.</summary>
    public static double Square(double[] x) => x.Sum(value => value * value);

    /// <summary>A place spread evenly between two circles.</summary>
    public static double[] InDisc(RandomStream random, double inner, double outer)
    {
        var (angle, radius) = (random.NextUniform(0, 2 * Math.PI), Math.Sqrt(random.NextUniform(inner * inner, outer * outer)));
        return [radius * Math.Cos(angle), radius * Math.Sin(angle)];
    }

    /// <summary>A place of |x|^p + |y|^p = 1 in a random direction, with noise.</summary>
    public static double[] OnSuperellipse(RandomStream random, double power, double noise)
    {
        var angle = random.NextUniform(0, 2 * Math.PI);
        var (c, s) = (Math.Cos(angle), Math.Sin(angle));
        var radius = Math.Pow(Math.Pow(Math.Abs(c), power) + Math.Pow(Math.Abs(s), power), -1 / power);
        return [(radius * c) + (noise * random.NextGaussian()), (radius * s) + (noise * random.NextGaussian())];
    }
}
