using System.Text.Json.Nodes;
using Noether.Data;
using Noether.Runs;

namespace Noether.Cli.Tests;

/// <summary>noether generators.</summary>
public sealed class GeneratorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sphere_gives_the_rotations_of_space_by_both_methods()
    {
        var report = Run("generators", Write(SyntheticOrbits.Sphere(2500, 3, 2, 0.02, new(1))));

        Assert.Equal("so(3)", (string?)report["algebra"]!["name"]);
        Assert.Equal(3, report["generators"]!["matrices"]!.AsArray().Count);
        Assert.True(report["generators"]!["agreement"] is not null, $"The methods differ: {report["findings"]!.ToJsonString()}");
        Assert.InRange((double)report["generators"]!["agreement"]!["sine"]!, 0, 0.05);
        Assert.True(File.Exists(_folder["out/figures/spectrum.png"]));
        Assert.True(File.Exists(_folder["out/figures/generators.png"]));
    }

    [Fact]
    public void Several_orbits_of_tied_fields_are_read_from_one_table()
    {
        var orbits = Enumerable.Range(0, 3).Select(i => SyntheticOrbits.OfGroup(900, SyntheticOrbits.UnitVectors(2, 4, new Seed(3).For(i)), GroupElements.SpecialUnitary, 0.02, new Seed(4).For(i)));

        var report = Run("generators", Write([.. orbits]), "--orbit", "orbit", "--fields", "2", "--no-figures");

        Assert.Equal("su(2)", (string?)report["algebra"]!["name"]);
    }

    [Theory]
    [InlineData("hyperplane")]
    [InlineData("lie-pca")]
    public void Noise_has_no_generators_by_either_method(string method)
    {
        var random = new Seed(9).Stream();
        var noise = new PointCloud(600, 3, [.. Enumerable.Range(0, 1800).Select(_ => random.NextGaussian())]);

        var report = Run("generators", Write(noise), "--method", method, "--no-figures");

        Assert.Equal("none", (string?)report["algebra"]!["verdict"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Boosts_of_hyperboloids_are_named_wherever_their_centre_is(double centre)
    {
        var report = Run("generators", Write(Surface(power: 2, 0.7, centre), Surface(power: 2, 1.3, centre)), "--orbit", "orbit", "--linear", "--no-figures");

        Assert.Equal("so(2,1)", (string?)report["algebra"]!["name"]);
        Assert.Equal("symmetric", (string?)report["generators"]!["evidence"]);
    }

    [Fact]
    public void Surfaces_of_revolution_that_are_no_hyperboloids_have_no_boosts() =>
        Assert.Equal("so(2)", (string?)Run("generators", Write(Surface(power: 4, 0.7, 0), Surface(power: 4, 1.3, 0)), "--orbit", "orbit", "--linear", "--no-figures")["algebra"]!["name"]);

    [Theory]
    [InlineData("ball", "so(3)", "--linear")]
    [InlineData("ellipsoid", "so(2)")]
    [InlineData("ellipsoid", "so(3)", "--linear")]
    [InlineData("interval", "so(2,1)", "--linear")]
    public void Values_of_a_function_show_what_leaves_it_unchanged(string function, string algebra, params string[] options)
    {
        var report = Run(["generators", Write(function), "--value", "V", .. options, "--no-figures"]);

        Assert.Equal(algebra, (string?)report["algebra"]!["name"]);
        Assert.Equal("gradient", (string?)report["generators"]!["method"]);
        Assert.Equal("symmetric", (string?)report["generators"]!["evidence"]);
    }

    [Theory]
    [InlineData("crooked", "No generator leaves the level sets unchanged")]
    [InlineData("random", "The classes do not depend on the place")]
    public void Values_without_a_symmetry_have_none_with_the_reason(string function, string reason)
    {
        var report = Run("generators", Write(function), "--value", "V", "--linear", "--no-figures");

        Assert.Equal("none", (string?)report["algebra"]!["verdict"]);
        Assert.Contains(reason, (string?)report["verdict"], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_random_matrices_keep_the_classes_as_well_the_answer_is_cannot_tell()
    {
        var random = new Seed(8).Stream();
        var lines = Enumerable.Range(0, 1500).Select(_ =>
        {
            double[] x = [.. Enumerable.Range(0, 5).Select(_ => random.NextUniform(-1, 1))];
            return string.Join(',', x.Append(x.Sum(c => c * c * c * c)).Select(c => FormattableString.Invariant($"{c}")));
        });

        var report = Run("generators", _folder.Write("fourth.csv", string.Join('\n', lines.Prepend("a,b,c,d,e,V"))), "--value", "V", "--no-figures");

        Assert.Contains("Cannot tell", (string?)report["verdict"], StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_samples_of_a_function_are_too_few()
    {
        var table = string.Join('\n', File.ReadLines(Write("ball")).Take(61));

        var report = Run("generators", _folder.Write("few.csv", table), "--value", "V", "--no-figures");

        Assert.Contains("Cannot tell", (string?)report["verdict"], StringComparison.Ordinal);
        Assert.Contains("GEN009", report["findings"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1, 0.2, 3.6)]
    [InlineData(0.1, 0.7, 0.9)]
    public void Circles_in_planes_at_any_height_are_put_to_the_test(params double[] heights)
    {
        var circles = heights.Select((z, i) => new PointCloud(300, 3, [.. Enumerable.Range(0, 300).SelectMany(k => new[] { (1 + i) * Math.Cos(k), (1 + i) * Math.Sin(k), z })])).ToArray();

        var report = Run("generators", Write(circles), "--orbit", "orbit", "--linear", "--no-figures");

        Assert.Contains("so(2)", (string?)report["verdict"], StringComparison.Ordinal);
        Assert.DoesNotContain("left out", report["findings"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--value", "V", "--orbit", "x0")]
    [InlineData("--value", "V", "--method", "lie-pca")]
    [InlineData("--value", "V", "--whiten")]
    [InlineData("--value", "V", "--fields", "3")]
    [InlineData("--method", "hyperplane", "--neighbours", "20")]
    public void Options_that_would_have_no_effect_are_refused(params string[] options) =>
        Assert.Equal(1, NoetherProcess.Run(["generators", Write("ball"), .. options, "--out", _folder["out"]]).ExitCode);

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1)]
    [InlineData(1e3)]
    public void Affine_maps_are_the_same_in_any_unit(double unit)
    {
        var sphere = SyntheticOrbits.Sphere(1500, 3, 1, 0.02, new(1));
        var scaled = new PointCloud(sphere.Count, 3, [.. sphere.Values.ToArray().Select((x, i) => unit * (x + i % 3))]);

        var report = Run("generators", Write(scaled), "--affine", "--no-figures");

        Assert.Equal("so(3)", (string?)report["algebra"]!["name"]);
        Assert.InRange((double)report["generators"]!["invarianceError"]!, 0.9, 1.1);
        Assert.All(report["generators"]!["matrices"]!.AsArray(), matrix => Assert.Equal(2, Norm(matrix!, unit), 0.1));
    }

    [Fact]
    public void Among_affine_maps_a_sphere_far_from_the_origin_has_its_rotations()
    {
        var sphere = SyntheticOrbits.Sphere(600, 3, 1, 0, new(1));
        var moved = new PointCloud(600, 3, [.. Enumerable.Range(0, 1800).Select(i => sphere[i / 3, i % 3] + 5)]);

        var report = Run("generators", Write(moved), "--affine", "--no-figures");

        Assert.Equal("so(3)", (string?)report["algebra"]!["name"]);
        Assert.All(report["generators"]!["matrices"]!.AsArray(), matrix => Assert.Equal(4, matrix!.AsArray().Count));
    }

    [Fact]
    public void Points_on_which_the_test_has_no_power_cannot_tell_and_do_not_fill_space()
    {
        var report = Run("generators", Write(SyntheticOrbits.Sphere(300, 4, 1, 0.1, new(1))), "--no-figures");

        Assert.Equal(6, (int)report["generators"]!["count"]!);
        Assert.Equal((6, 6), ((int)report["generators"]!["fewestCount"]!, (int)report["generators"]!["mostCount"]!));
        Assert.StartsWith("Cannot tell", (string?)report["verdict"], StringComparison.Ordinal);
        Assert.Contains("times as many", (string?)report["verdict"], StringComparison.Ordinal);
    }

    [Fact]
    public void Places_that_repeat_are_counted_once()
    {
        var circle = SyntheticOrbits.Sphere(20, 2, 1, 0, new(1));
        var repeated = new PointCloud(1000, 2, [.. Enumerable.Range(0, 50).SelectMany(_ => circle.Values.ToArray())]);

        var report = Run("generators", Write(repeated), "--method", "lie-pca", "--no-figures");

        Assert.Contains("20 different points", report["findings"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_errors_count_what_whitening_does_not_know()
    {
        var circle = SyntheticOrbits.Sphere(1000, 2, 1, 0.05, new(1));
        var ellipse = new PointCloud(1000, 2, [.. Enumerable.Range(0, 1000).SelectMany(i => new[] { 3 * circle[i, 0], circle[i, 1] })]);

        var report = Run("generators", Write(ellipse), "--whiten", "--no-figures");

        var generator = report["generators"]!["matrices"]![0]!;
        var ratio = Math.Sqrt(Math.Abs((double)generator[0]![1]! / (double)generator[1]![0]!)); // 3 for the true generator
        Assert.InRange(Math.Abs(ratio - 3), 1e-6, 0.15);
        Assert.InRange((double)report["generators"]!["standardErrors"]![0]!, 0.002, 0.05);
    }

    [Fact]
    public void Too_few_points_cannot_tell_and_say_how_many_would_be_needed()
    {
        var report = Run("generators", Write(SyntheticOrbits.Sphere(12, 4, 1, 0.01, new(1))), "--no-figures");

        Assert.StartsWith("Cannot tell", (string?)report["verdict"], StringComparison.Ordinal);
        Assert.Contains("would be needed", (string?)report["verdict"], StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_do_not_divide_the_coordinates_and_conjugates_that_do_not_exist_are_refused()
    {
        var table = Write(SyntheticOrbits.Sphere(50, 3, 1, 0, new(1)));

        var uneven = NoetherProcess.Run("generators", table, "--fields", "2", "--out", _folder["out"]);
        var missing = NoetherProcess.Run("generators", table, "--fields", "3", "--conjugate", "3", "--out", _folder["out"]);

        Assert.Equal(2, uneven.ExitCode);
        Assert.Contains("2 fields of equal length", uneven.Error, StringComparison.Ordinal);
        Assert.Equal(1, missing.ExitCode);
    }

    // The squared norm of the linear part, which is that of a rotation in one plane but for noise, whatever the unit; about the centre there is no translation.
    private static double Norm(JsonNode matrix, double unit)
    {
        var rows = matrix.AsArray().Select(row => row!.AsArray().Select(entry => (double)entry!).ToArray()).ToArray();
        Assert.All(rows[..3], row => Assert.Equal(0, row[3], 0.05 * unit));
        return rows[..3].Sum(row => row[..3].Sum(entry => entry * entry));
    }

    // z^p = 1 + r^p with r = sinh t, denser about the axis.
    private static PointCloud Surface(double power, double size, double centre)
    {
        var random = new Seed(6).For(size > 1 ? 1 : 0).Stream();
        return new(1000, 3, [.. Enumerable.Range(0, 1000).SelectMany(_ =>
        {
            var (radius, angle) = (Math.Sinh(random.NextUniform(0, 1.5)), random.NextUniform(0, 2 * Math.PI));
            return new[] { radius * Math.Cos(angle), radius * Math.Sin(angle), Math.Pow(1 + Math.Pow(radius, power), 1 / power) }.Select(x => centre + (size * x));
        })]);
    }

    // Samples in a box with the values of a function.
    private string Write(string function)
    {
        var random = new Seed(7).Stream();
        var lines = Enumerable.Range(0, 4000).Select(_ =>
        {
            var (x, y, z) = (random.NextUniform(-1, 1), random.NextUniform(-1, 1), random.NextUniform(-1, 1));
            var value = function switch
            {
                "ball" => (x * x) + (y * y) + (z * z),
                "ellipsoid" => (x * x) + (y * y) + (3 * z * z),
                "interval" => (z * z) - (x * x) - (y * y),
                "crooked" => (x * x * x) + (y * z) + Math.Sin(3 * y),
                _ => random.NextDouble(),
            };
            return FormattableString.Invariant($"{x},{y},{z},{value}");
        });
        return _folder.Write("values.csv", string.Join('\n', lines.Prepend("x0,x1,x2,V")));
    }

    private string Write(params PointCloud[] orbits)
    {
        var header = string.Join(',', Enumerable.Range(0, orbits[0].Dimension).Select(i => $"x{i}")) + (orbits.Length > 1 ? ",orbit" : "");
        var rows = orbits.SelectMany((orbit, number) => Enumerable.Range(0, orbit.Count).Select(i =>
            string.Join(',', orbit.Row(i).ToArray().Select(x => x.ToString("R"))) + (orbits.Length > 1 ? $",o{number}" : "")));
        return _folder.Write("points.csv", $"{header}\n{string.Join('\n', rows)}\n");
    }

    private JsonNode Run(params string[] arguments)
    {
        var result = NoetherProcess.Run([.. arguments, "--out", _folder["out"], "--json", "--quiet"]);
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonNode.Parse(result.Output)!;
    }
}
