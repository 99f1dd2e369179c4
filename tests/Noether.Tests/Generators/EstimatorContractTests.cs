using Noether.Data;
using Noether.Generators;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Tests.Generators;

/// <summary>What every estimator keeps to, whatever its method; a new one joins <see cref="All"/>.</summary>
public static class EstimatorContractTests
{
    public static TheoryData<string> Names => [.. All.Select(estimator => estimator.Name)];

    private static ImmutableArray<IGeneratorEstimator> All { get; } =
        [new HyperplaneEstimator(HyperplaneOptions.Default), new LiePcaEstimator(LiePcaOptions.Default)];

    [Fact]
    public static void No_estimator_is_left_out()
    {
        var written = typeof(IGeneratorEstimator).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IGeneratorEstimator)));

        Assert.Equal(written.Select(type => type.Name).Order(), All.Select(estimator => estimator.GetType().Name).Order());
        Assert.Equal(All.Length, All.Select(estimator => estimator.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public static void A_circle_has_one_generator_and_a_sphere_three(string name)
    {
        var circle = Named(name).Estimate([Sphere(400, 2)], new(1), Execution.Default);
        var sphere = Named(name).Estimate([Sphere(1200, 3)], new(1), Execution.Default);

        Assert.Equal((1, 3), (circle.Count, sphere.Count));
        Assert.InRange(Spans.Sine(circle.Generators, [.. Spans.Rotations(2)]), 0, 0.05);
        Assert.InRange(Spans.Sine(sphere.Generators, [.. Spans.Rotations(3)]), 0, 0.05);
        Assert.Equal(name, sphere.Method);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public static void Any_number_of_threads_gives_the_same_bits(string name)
    {
        PointCloud[] orbits = [Sphere(600, 3), Sphere(500, 3, 2)];

        var one = Named(name).Estimate(orbits, new(3), new Execution { Threads = 1 });
        var two = Named(name).Estimate(orbits, new(3), new Execution { Threads = 2 });

        Assert.Equal(3, one.Count);
        Assert.Equal(Bits(one), Bits(two));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public static void Clouds_without_a_surface_are_not_judged_symmetric_and_a_sphere_is(string name)
    {
        var random = new Seed(5).Stream();
        var noise = new PointCloud(1200, 3, [.. Enumerable.Range(0, 3600).Select(_ => random.NextGaussian())]);
        var cube = new PointCloud(1200, 3, [.. Enumerable.Range(0, 3600).Select(_ => random.NextUniform(-1, 1))]);

        Assert.All([noise, cube], cloud =>
        {
            var found = Find(name, cloud);
            Assert.NotEqual(SymmetryVerdict.Symmetric, found.Symmetry.Verdict);
            Assert.All(found.Proposals, proposal => Assert.NotEqual(SymmetryVerdict.Symmetric, proposal.Verdict));
        });
        var control = Find(name, Sphere(1200, 3));
        Assert.Equal((SymmetryVerdict.Symmetric, 3), (control.Symmetry.Verdict, control.Symmetry.Generators!.Count));
        Assert.Equal(SymmetryVerdict.Symmetric, Assert.Single(control.Proposals).Verdict);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public static void No_orbit_and_orbits_of_different_dimension_are_refused(string name)
    {
        Assert.ThrowsAny<ArgumentException>(() => Named(name).Estimate([], new(1), Execution.Default));
        Assert.ThrowsAny<ArgumentException>(() => Named(name).Estimate([Sphere(100, 2), Sphere(100, 3)], new(1), Execution.Default));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public static void Few_points_give_an_estimate(string name) =>
        Assert.All(Enumerable.Range(1, 12), count =>
            Assert.InRange(Named(name).Estimate([Sphere(count, 3)], new(1), Execution.Default).Count, 0, 3));

    private static IGeneratorEstimator Named(string name) => All.Single(estimator => estimator.Name == name);

    private static OrbitSymmetry Find(string name, PointCloud cloud) => OrbitSymmetry.Find(
        new(cloud, new Labels("orbit", [.. Enumerable.Repeat(0, cloud.Count)], ["0"])), [Named(name)], new(), new(2), Execution.Default);

    private static PointCloud Sphere(int count, int dimension, double radius = 1) =>
        SyntheticOrbits.Sphere(count, dimension, radius, 0.01 * radius, new((ulong)count));

    private static IEnumerable<long> Bits(GeneratorEstimate estimate) =>
        estimate.Generators.SelectMany(generator => generator.Entries.ToArray()).Concat(estimate.Spectrum).Concat(estimate.StandardErrors)
            .Select(BitConverter.DoubleToInt64Bits);
}
