using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>Rotations of an ellipsoid that is longer than the identification expects, with noise: next to shears, and to motions of a plane.</summary>
public static class StretchedTests
{
    /// <summary>Root mean square misfit in standard errors: about 0.8, after what the fit takes, and below this in all draws.</summary>
    private const double Excess = 2;

    [Theory]
    [InlineData(1, 0.01, "rotations of coordinate planes")]
    [InlineData(3, 0.01, "rotations of coordinate planes")]
    [InlineData(6, 0.003, "rotations of coordinate planes")]
    [InlineData(10, 0.001, "rotations of coordinate planes")]
    [InlineData(6, 0.01, "sparse")]
    public static void The_nice_basis_is_that_of_the_generators_within_their_errors(double stretch, double noise, string kind)
    {
        var named = 0;
        for (var draw = 0; draw < 20; draw++)
        {
            var generators = Draw(stretch, noise, draw);
            if (AlgebraIdentification.Identify(generators, new() { StandardErrors = [noise] }) is AlgebraIdentification.Unique({ Basis: { } basis } algebra))
            {
                var misfit = Misfit(generators, basis) / noise;
                Assert.Equal(("so(3)", kind), (algebra.Name, basis.Kind));
                Assert.True(misfit < Excess, $"draw {draw}: {basis.Kind}, off by {misfit} standard errors");
                named++;
            }
        }

        Assert.InRange(named, 10, 20);
    }

    [Theory]
    [InlineData(4, 0.03)]
    [InlineData(4, 0.05)]
    [InlineData(4, 0.1)]
    [InlineData(6, 0.05)]
    public static void Through_noise_they_are_named_or_left_open_beside_motions_of_a_plane(double stretch, double noise)
    {
        for (var draw = 0; draw < 20; draw++)
        {
            var found = AlgebraIdentification.Identify(Draw(stretch, noise, draw), new() { StandardErrors = [noise] });

            Assert.True(found is AlgebraIdentification.Ambiguous or AlgebraIdentification.Unique { Algebra.Name: "so(3)" }, $"draw {draw}: {found}");
        }
    }

    [Fact]
    public static void Motions_of_a_plane_are_named_where_the_noise_excludes_rotations_of_an_ellipsoid()
    {
        var named = Enumerable.Range(0, 20).Count(draw =>
        {
            var (generators, errors) = Rotations.Noisy(OrthogonalAlgebras.Motions(2, 0), 0.01, new Seed(16).For(draw).Stream());
            return AlgebraIdentification.Identify(generators, new() { StandardErrors = errors }) is AlgebraIdentification.Unique { Algebra.Name: "e(2)" };
        });

        Assert.InRange(named, 18, 20);
    }

    [Fact]
    public static void What_noise_leaves_open_is_said_with_both_candidates()
    {
        var found = Assert.IsType<AlgebraIdentification.Ambiguous>(AlgebraIdentification.Identify(Draw(6, 0.05, 0), new() { StandardErrors = [0.05] }));

        Assert.Equal(["e(2)", "so(3)"], found.Candidates.Select(candidate => candidate.Name));
        Assert.Contains("rotations of an ellipsoid", found.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    public static void Without_noise_long_ellipsoids_are_told_from_motions_of_a_plane(double stretch)
    {
        var rotations = AlgebraIdentification.Identify(Draw(stretch, 0, 0), IdentificationOptions.Default);
        var motions = AlgebraIdentification.Identify(OrthogonalAlgebras.Motions(2, 0), IdentificationOptions.Default);

        Assert.Equal("so(3)", Assert.IsType<AlgebraIdentification.Unique>(rotations).Algebra.Name);
        Assert.Equal("e(2)", Assert.IsType<AlgebraIdentification.Unique>(motions).Algebra.Name);
    }

    /// <summary>Root mean square entry of what the generators are from the nice basis, A_b = sum_a (W^-1)_ba S^-1 N_a S, in their own coordinates, where the noise is even.</summary>
    private static double Misfit(ImmutableArray<Matrix> generators, NiceBasis basis)
    {
        var (back, mixing) = (LinearSystem.Inverse(basis.Coordinates), LinearSystem.Inverse(basis.Mixing));
        var squares = generators.Select((matrix, b) =>
        {
            var stated = basis.Matrices.Select((nice, a) => mixing[b, a] * (back * nice * basis.Coordinates)).Aggregate((x, y) => x + y);
            return (matrix - stated).InnerProduct(matrix - stated);
        });
        return Math.Sqrt(squares.Sum() / (generators.Length * generators[0].Entries.Length));
    }

    /// <summary>so(3) on an ellipsoid whose first axis is longer, with the same absolute noise on all entries.</summary>
    private static ImmutableArray<Matrix> Draw(double stretch, double noise, int draw)
    {
        var stream = new Seed(15).For(draw).Stream();
        var change = Matrix.Generate(3, 3, (i, j) => i != j ? 0 : i == 0 ? stretch : 1);
        var back = LinearSystem.Inverse(change);
        return [.. Rotations.OfVectors(3).Select(matrix => change * matrix * back + noise * Rotations.Gaussian(3, 3, stream))];
    }
}
