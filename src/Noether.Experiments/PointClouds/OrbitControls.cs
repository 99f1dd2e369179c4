using Noether.Data;
using Noether.Reports;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Experiments.PointClouds;

/// <summary>Points without orbits, in which no algebra may be found.</summary>
internal static class OrbitControls
{
    private const int Points = 1000;

    /// <summary>One claim per control: nothing is found in it.</summary>
    public static IEnumerable<Claim> Claims(int dimension, Seed seed, Execution execution)
    {
        foreach (var (name, points) in All(dimension, seed))
        {
            var found = CloudSearch.Find([points], new CloudOptions(), seed.For(name), execution).Symmetry;
            yield return new($"control, {name} of {Points} points in R^{dimension}: algebra", CloudSearch.NameOf(found), "none or cannot tell", found.Verdict is SymmetryVerdict.None or SymmetryVerdict.CannotTell);
        }
    }

    /// <summary>Isotropic noise, a filled ball, a random walk and a filled cube.</summary>
    public static IEnumerable<(string Name, PointCloud Points)> All(int dimension, Seed seed)
    {
        yield return ("isotropic noise", Make(dimension, seed.For("noise").Stream(), (place, random) => Fill(place, random.NextGaussian)));
        yield return ("filled ball", Make(dimension, seed.For("ball").Stream(), FillBall));
        yield return ("random walk", Make(dimension, seed.For("walk").Stream(), (place, random) => Move(place, random.NextGaussian)));
        yield return ("filled cube", Make(dimension, seed.For("cube").Stream(), (place, random) => Fill(place, () => random.NextUniform(-1, 1))));
    }

    private static PointCloud Make(int dimension, RandomStream random, Action<double[], RandomStream> next)
    {
        var (values, place) = (new double[Points * dimension], new double[dimension]);
        for (var i = 0; i < Points; i++)
        {
            next(place, random);
            place.CopyTo(values, i * dimension);
        }

        return new(Points, dimension, values);
    }

    private static void Fill(double[] place, Func<double> draw)
    {
        for (var i = 0; i < place.Length; i++)
        {
            place[i] = draw();
        }
    }

    private static void Move(double[] place, Func<double> draw)
    {
        for (var i = 0; i < place.Length; i++)
        {
            place[i] += draw();
        }
    }

    private static void FillBall(double[] place, RandomStream random)
    {
        do
        {
            Fill(place, () => random.NextUniform(-1, 1));
        }
        while (place.Sum(x => x * x) > 1);
    }
}
