using Noether.Data;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Runs;

namespace Noether.Science.Tests.Naming;

/// <summary>
/// One orbit (g v, g w) of two vectors: turning v and w within their plane leaves it as it is, because g can undo that. As a map of R^6 it is a rotation only
/// where v and w have one length and are at right angles.
/// </summary>
[Collection("naming")]
public sealed class TwoVectorsTests
{
    private const int Points = 1000;

    [Theory]
    [InlineData(90, "so(3)+u(1)", "(3,1)", 1)]
    [InlineData(60, "so(3)", "3", 2)]
    public void Two_vectors_at_right_angles_have_a_fourth_rotation_and_others_have_not(double degrees, string name, string irrep, int multiplicity)
    {
        var orbit = Orbit(degrees * Math.PI / 180, new Seed(81).Stream());

        var found = GeneratorEstimate.FromOrbits([orbit], LiePcaOptions.Default, new Seed(82), Execution.Default);
        var algebra = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(found.Generators, IdentificationInput.Of(found, [orbit]), new Seed(83), Execution.Default)).Algebra;

        Assert.Equal(name, algebra.Name);
        Assert.Equal([(irrep, multiplicity)], algebra.Representation.Select(part => (part.Label, part.Multiplicity)));
    }

    private static PointCloud Orbit(double angle, RandomStream stream)
    {
        var generators = Representations.Spins(3, 3).ToArray();
        double[] start = [1, 0, 0, Math.Cos(angle), Math.Sin(angle), 0];
        var values = new double[Points * start.Length];
        for (var point = 0; point < Points; point++)
        {
            Irreps.Element(generators, stream).Apply(start, values.AsSpan(point * start.Length, start.Length));
        }

        return new(Points, start.Length, values);
    }
}
