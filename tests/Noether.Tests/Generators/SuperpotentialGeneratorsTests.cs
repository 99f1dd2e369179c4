using System.Numerics;
using Noether.Data;
using Noether.Functions;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Tests.Generators;

/// <summary>The tied and conjugate generators of a superpotential over several seeds, from the values of p in each cell: what a network that finds every orbit leaves to the regression.</summary>
public static class SuperpotentialGeneratorsTests
{
    // The ten seeds over which the count of Eq. (G14) was chosen, and some that had no part in it.
    private const int Chosen = 10;
    private const int Fresh = 5;

    private static readonly Superpotential Box = new() { SamplesPerCell = 100 };

    [Fact]
    public static void The_algebra_of_p_comes_out_at_every_seed() =>
        Assert.All(Enumerable.Range(0, Chosen + Fresh), seed => Assert.Equal("gl(2,C)", Name(Orbits(Box, new((ulong)seed)), new((ulong)seed))));

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    public static void A_symmetry_that_is_broken_by_a_hundredth_is_not_counted(double broken)
    {
        // Q~_2 in other units: what is constant on orbits is Q_1 Q~_1 + (1 + broken) Q_2 Q~_2, which only diagonal matrices keep, four dimensions of eight.
        for (var seed = new Seed(Chosen); seed.Value < Chosen + 2; seed = new(seed.Value + 1))
        {
            PointCloud[] orbits = [.. Orbits(Box, seed).Select(orbit => new PointCloud(orbit.Count, 8, [.. orbit.Values.ToArray().Select((value, i) => i % 8 < 6 ? value : value / (1 + broken))]))];

            Assert.Equal("R+R+u(1)+u(1)", Name(orbits, seed));
        }
    }

    [Fact]
    public static void Samples_dealt_to_orbits_at_random_have_none()
    {
        var orbits = Orbits(Box, new(0));
        var all = new PointCloud(orbits.Sum(orbit => orbit.Count), 8, [.. orbits.SelectMany(orbit => orbit.Values.ToArray())]);
        var order = Enumerable.Range(0, all.Count).ToArray();
        new Seed(1).Stream().Shuffle<int>(order);

        Assert.Equal("0 generators", Name([.. order.Chunk(100).Select(part => all.Select(part))], new(0)));
    }

    private static string Name(PointCloud[] orbits, Seed seed)
    {
        var options = new SymmetryFinderOptions { Fields = new(2, 1) { Complex = ComplexLayout.Pairs }, Test = new() { Tolerance = 0.001 } };
        var points = new PointCloud(orbits.Sum(orbit => orbit.Count), 8, [.. orbits.SelectMany(orbit => orbit.Values.ToArray())]);
        var labels = Labels.FromNames("orbit", [.. orbits.SelectMany((orbit, number) => Enumerable.Repeat($"{number}", orbit.Count))]);
        var found = SymmetryFinder.Find(new PointSets(new LabelledPoints(points, labels)), options, seed, Execution.Default);
        return found.Algebra is AlgebraIdentification.Unique(var unique) ? unique.Name : $"{found.Generators?.Count ?? 0} generators";
    }

    private static PointCloud[] Orbits(Superpotential potential, Seed seed)
    {
        var samples = potential.Sample(seed.For("samples"), Execution.Default);
        var centres = potential.Windows.Centres;
        return
        [
            .. samples.Cells.Members().SelectMany(members =>
            {
                var roots = potential.InvariantsIn(new(centres[samples.Heads[0].Classes[members[0]]], centres[samples.Heads[1].Classes[members[0]]]));
                return members.GroupBy(member => roots.Index().MinBy(part => part.Item.Min(root => Complex.Abs(root - Superpotential.Invariant(samples.Points.Row(member))))).Index);
            }).Where(part => part.Count() > 5).Select(part => samples.Points.Select([.. part])),
        ];
    }
}
