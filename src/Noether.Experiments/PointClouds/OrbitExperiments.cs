using Noether.Data;
using Noether.Numerics;

namespace Noether.Experiments.PointClouds;

/// <summary>The examples of section 3 of the paper, Figures 6 to 8, with the sizes and noise levels at which they are run.</summary>
internal static class OrbitExperiments
{
    // Radial noise of a tenth, and so few points, hide slopes of more than the default tolerance.
    private const double ThickNoise = 0.1;
    private const int FewPoints = 300;
    private const double ThickTolerance = 0.15;

    /// <summary>All of them.</summary>
    public static ImmutableArray<OrbitExperiment> All { get; } = [Circle(), Sphere(), HyperSphere(), SpecialUnitary(), Torus()];

    private static OrbitExperiment Circle() => new("so2", "Figure 6: SO(2), points on a circle in the plane.", 2,
    [
        Rotations(2, 200, 0.05, 0.03),
        Rotations(2, 1000, 0.05, 0.03),
        Rotations(2, 1000, 0.2, null),
        Rotations(2, 5000, 0.1, null),
        Outliers(300, 30, 0.02),
        Ellipse(1000, 0.02),
    ]);

    private static OrbitExperiment Sphere() => new("so3", "Figure 7, left: SO(3), points on a sphere.", 3,
    [
        Rotations(3, 1000, 0.05, 0.02),
        Rotations(3, 1000, 0, 0.02),
        Rotations(3, 300, 0.05, null),
        Rotations(3, 5000, 0.05, 0.02),
        Rotations(3, 5000, 0.1, null),
    ]);

    private static OrbitExperiment HyperSphere() => new("so4", "Figure 7, right: SO(4), points on the sphere in R^4.", 4,
    [
        Rotations(4, 5000, 0.05, 0.015),
        Rotations(4, 1000, 0.05, 0.07),
        Rotations(4, 1000, 0, 0.07),
        Rotations(4, 5000, 0.1, null),
    ]);

    private static OrbitExperiment SpecialUnitary() => new(
        "su2",
        "Figure 8, left: SU(2) on C^2 = R^4. One field fills the sphere, whose symmetry is so(4) whatever group made it. Two tied fields on one orbit leave su(2)+u(1): right multiplication by the phase that fixes the second field relative to the first keeps the orbit. Three fields, or several orbits, leave su(2) alone.",
        4,
        [
            Unitary(5000, 0.05, fields: 3, orbits: 1),
            Unitary(5000, 0.05, fields: 2, orbits: 1),
            Unitary(5000, 0, fields: 2, orbits: 1),
            Unitary(2500, 0.05, fields: 2, orbits: 4),
            Unitary(5000, 0.05, fields: 1, orbits: 1),
        ]);

    private static OrbitExperiment Torus() => new("u1u1", "Figure 8, right: U(1) x U(1) on C^2 = R^4.", 4,
    [
        Phases(1000, 0.02, fields: 2, 0.03),
        Phases(1000, 0.02, fields: 1, 0.03),
        Phases(1000, 0, fields: 2, 0.03),
        Phases(5000, 0.05, fields: 2, null),
    ]);

    /// <summary>A sphere with radial noise.</summary>
    private static OrbitCase Rotations(int dimension, int points, double noise, double? sine) => new(
        Named(points, noise),
        seed => [SyntheticOrbits.Sphere(points, dimension, 1, noise, seed)],
        GroupElements.Rotations(dimension),
        dimension * (dimension - 1) / 2,
        $"so({dimension})")
    { LargestSine = sine, Tolerance = noise >= ThickNoise || points <= FewPoints ? ThickTolerance : 0.05 };

    /// <summary>A circle with uniform outliers in the square around it.</summary>
    private static OrbitCase Outliers(int points, int outliers, double noise) => new(
        $"{Named(points, noise)}, {outliers} outliers",
        seed =>
        {
            var random = seed.For("outliers").Stream();
            double[] far = [.. Enumerable.Range(0, 2 * outliers).Select(_ => random.NextUniform(-1.5, 1.5))];
            return [new(points + outliers, 2, [.. SyntheticOrbits.Sphere(points, 2, 1, noise, seed).Values, .. far])];
        },
        GroupElements.Rotations(2),
        1,
        "so(2)")
    { LargestSine = 0.05, Tolerance = ThickTolerance };

    /// <summary>A circle whose second axis has other units: the action is compact, but not orthogonal.</summary>
    private static OrbitCase Ellipse(int points, double noise)
    {
        const double Stretch = 3;
        var generator = Matrix.FromRows([0, -1 / Stretch], [Stretch, 0]);
        return new(
            $"{Named(points, noise)}, stretched to an ellipse and whitened",
            seed => [SyntheticOrbits.Sphere(points, 2, 1, noise, seed).MappedBy(Matrix.FromRows([1, 0], [0, Stretch]))],
            [generator],
            1,
            "so(2)")
        { LargestSine = 0.05, Whiten = true };
    }

    private static OrbitCase Unitary(int points, double noise, int fields, int orbits) => new(
        $"{Fields(fields)}, {Orbits(orbits)}, {Named(points, noise)}",
        seed => [.. Enumerable.Range(0, orbits).Select(orbit => SyntheticOrbits.OfGroup(
            points, SyntheticOrbits.UnitVectors(fields, 4, seed.For("vectors").For(orbit)), GroupElements.SpecialUnitary, noise, seed.For(orbit)))],
        fields == 1 ? GroupElements.Rotations(4) : GroupElements.SpecialUnitaryGenerators,
        fields == 1 ? 6 : fields == 2 && orbits == 1 ? 4 : 3,
        fields == 1 ? "so(4)" : fields == 2 && orbits == 1 ? "su(2)+u(1)" : "su(2)")
    { Fields = new(fields), LargestSine = 0.03 };

    /// <summary>Two phases; the fields are random vectors whose components all have length 1.</summary>
    private static OrbitCase Phases(int points, double noise, int fields, double? sine) => new(
        $"{Fields(fields)}, {Named(points, noise)}",
        seed =>
        {
            var random = seed.For("vectors").Stream();
            ImmutableArray<double[]> vectors = [.. Enumerable.Range(0, fields).Select(_ =>
            {
                var (s, t) = (random.NextUniform(0, 2 * Math.PI), random.NextUniform(0, 2 * Math.PI));
                return new[] { Math.Cos(s), Math.Sin(s), Math.Cos(t), Math.Sin(t) };
            })];
            return [SyntheticOrbits.OfGroup(points, vectors, GroupElements.Torus, noise, seed)];
        },
        [GroupElements.Rotation(4, 0, 1), GroupElements.Rotation(4, 2, 3)],
        2,
        "u(1)+u(1)")
    { Fields = new(fields), LargestSine = sine, Methods = ["lie-pca"] };

    private static string Named(int points, double noise) => $"n = {points}, noise {noise}";

    private static string Fields(int fields) => fields == 1 ? "one field" : $"{fields} tied fields";

    private static string Orbits(int orbits) => orbits == 1 ? "one orbit" : $"{orbits} orbits";
}
