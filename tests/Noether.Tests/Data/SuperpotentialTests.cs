using System.Numerics;
using Noether.Data;
using Noether.Runs;

namespace Noether.Tests.Data;

public static class SuperpotentialTests
{
    private static readonly Superpotential Small = new() { SamplesPerCell = 5 };

    public static TheoryData<SuperpotentialSampling> Samplings => [SuperpotentialSampling.Box, SuperpotentialSampling.UnitSpheres];

    [Theory]
    [MemberData(nameof(Samplings))]
    public static void Samples_lie_in_the_windows_of_their_cell_and_every_cell_has_as_many(SuperpotentialSampling sampling)
    {
        var potential = Small with { Sampling = sampling, MaximumDraws = 2_000_000 };

        var samples = potential.Sample(new(3), Execution.Default);

        Assert.All(samples.Cells.Members(), members => Assert.Equal(potential.SamplesPerCell, members.Length));
        for (var i = 0; i < samples.Count; i++)
        {
            var value = potential.Value(Superpotential.Invariant(samples.Points.Row(i)));
            Assert.Equal(samples.Heads[0].Classes[i], potential.Windows.ClassOf(value.Real));
            Assert.Equal(samples.Heads[1].Classes[i], potential.Windows.ClassOf(value.Imaginary));
        }
    }

    [Fact]
    public static void Fields_on_unit_spheres_have_length_one()
    {
        var samples = (Small with { Sampling = SuperpotentialSampling.UnitSpheres, MaximumDraws = 500_000 }).Sample(new(4), Execution.Default);

        for (var i = 0; i < samples.Count; i++)
        {
            Assert.Equal(1, System.Numerics.Tensors.TensorPrimitives.Norm(samples.Points.Row(i)[..4]), 12);
            Assert.Equal(1, System.Numerics.Tensors.TensorPrimitives.Norm(samples.Points.Row(i)[4..]), 12);
        }
    }

    [Fact]
    public static void Samples_do_not_depend_on_the_number_of_threads()
    {
        var one = Small.Sample(new(5), Execution.Default with { Threads = 1 });
        var two = Small.Sample(new(5), Execution.Default with { Threads = 2 });

        Assert.Equal(one.Points.Values.ToArray(), two.Points.Values.ToArray());
    }

    [Fact]
    public static void A_scaling_of_a_component_keeps_its_term_and_an_su2_matrix_keeps_the_invariant_alone()
    {
        double[] sample = [0.3, -0.2, 0.5, 0.7, -0.4, 0.1, 0.2, 0.6];
        var (q, t) = (Fields(sample, 0), Fields(sample, 4));
        var (a, b) = (new Complex(0.6, 0), new Complex(0, 0.8)); // |a|^2 + |b|^2 = 1
        var turned = Coordinates(
            [(a * q[0]) + (b * q[1]), (-Complex.Conjugate(b) * q[0]) + (Complex.Conjugate(a) * q[1])],
            [(Complex.Conjugate(a) * t[0]) + (Complex.Conjugate(b) * t[1]), (-b * t[0]) + (a * t[1])]);

        var scaled = Coordinates([q[0] * 1.7, q[1]], [t[0] / 1.7, t[1]]);

        Assert.Equal(0, Complex.Abs(Superpotential.Term(sample, 0) - Superpotential.Term(scaled, 0)), 12);
        Assert.Equal(0, Complex.Abs(Superpotential.Term(sample, 1) - Superpotential.Term(scaled, 1)), 12);
        Assert.Equal(0, Complex.Abs(Superpotential.Invariant(sample) - Superpotential.Invariant(turned)), 12);
        Assert.NotEqual(0, Complex.Abs(Superpotential.Term(sample, 0) - Superpotential.Term(turned, 0)), 3);
    }

    [Fact]
    public static void A_cell_has_two_values_of_the_invariant_that_add_up_to_one_unless_it_holds_the_critical_value()
    {
        var potential = new Superpotential();

        var values = potential.InvariantsIn(new(0.4, -0.6));
        var critical = (potential with { Windows = new(-0.25, 0.25, 0.25, 0.02) }).InvariantsIn(new(-0.25, 0));

        Assert.Equal(2, values.Length);
        Assert.Equal(0, Complex.Abs(values[0][0] + values[1][0] - 1), 9);
        Assert.Equal(2, Assert.Single(critical).Length);
    }

    [Fact]
    public static void A_cubic_has_three_values_and_each_takes_the_value_of_its_cell()
    {
        var potential = new Superpotential { Coefficients = [1, 0.5, 2] };
        var centre = new Complex(0.2, 0.8);

        var values = potential.InvariantsIn(centre);

        Assert.Equal(3, values.Length);
        Assert.All(values, value => Assert.Equal(0, Complex.Abs(potential.Value(value[0]) - centre), 9));
        Assert.Equal("W = p + 0.5 p^2 + 2 p^3", potential.ToString());
        Assert.Equal("W = -p + p^2", new Superpotential().ToString());
    }

    [Fact]
    public static void Impossible_options_are_refused_with_a_reason()
    {
        Assert.Throws<ArgumentException>(() => new Superpotential { Coefficients = [1, 0] });
        Assert.All([double.NaN, double.PositiveInfinity, 0, -1], width => Assert.Throws<ArgumentOutOfRangeException>(() => new Superpotential { HalfWidth = width }));
        var error = Assert.Throws<InvalidDataException>(() => (Small with { Windows = new(100, 101, 1, 0.02), MaximumDraws = 1000 }).Sample(new(0), Execution.Default));
        Assert.Contains("choose wider windows", error.Message, StringComparison.Ordinal);
    }

    private static Complex[] Fields(double[] sample, int first) => [new(sample[first], sample[first + 1]), new(sample[first + 2], sample[first + 3])];

    private static double[] Coordinates(Complex[] q, Complex[] t) => [.. q.Concat(t).SelectMany(z => new[] { z.Real, z.Imaginary })];
}
