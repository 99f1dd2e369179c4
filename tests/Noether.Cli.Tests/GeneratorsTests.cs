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
        var table = Write(Surface(power: 2, 0.7, centre), Surface(power: 2, 1.3, centre));

        var report = Run("generators", table, "--orbit", "orbit", "--no-figures");

        Assert.Equal("so(2,1)", (string?)report["algebra"]!["name"]);
        Assert.Equal("symmetric", (string?)report["generators"]!["evidence"]);
    }

    [Fact]
    public void Surfaces_of_revolution_that_are_no_hyperboloids_have_no_boosts()
    {
        var table = Write(Surface(power: 4, 0.7, 0), Surface(power: 4, 1.3, 0));

        Assert.Equal("so(2)", (string?)Run("generators", table, "--orbit", "orbit", "--no-figures")["algebra"]!["name"]);
    }

    [Theory]
    [InlineData("ball", "so(3)")]
    [InlineData("ball", "so(3)", "--space", "rotations")]
    [InlineData("ellipsoid", "so(3)")]
    [InlineData("ellipsoid", "so(3)", "--space", "linear")]
    [InlineData("ellipsoid", "so(2)", "--space", "rotations")]
    [InlineData("interval", "so(2,1)")]
    [InlineData("interval", "so(2)", "--space", "rotations")]
    public void Values_of_a_function_show_what_leaves_it_unchanged(string function, string algebra, params string[] options)
    {
        var report = Run(["generators", Write(function), "--value", "V", .. options, "--no-figures"]);

        Assert.Equal(algebra, (string?)report["algebra"]!["name"]);
        Assert.Equal("symmetric", (string?)report["symmetry"]!["verdict"]);
        Assert.InRange((double)report["symmetry"]!["asymmetry"]!["upper"]!, 0, 0.05);
        Assert.InRange((double)report["symmetry"]!["spectrum"]!.AsArray()[^1]!["lower"]!, 0.05, 1); // the control: the next field is none
    }

    [Fact]
    public void The_units_in_which_a_stretched_ball_turns_are_said_and_those_of_a_ball_are_the_users_own()
    {
        var stretched = Run("generators", Write("ellipsoid"), "--value", "V", "--no-figures");
        var ball = Run("generators", Write("ball"), "--value", "V", "--no-figures");

        // The root of 3.
        Assert.Contains("It is a rotation when x2 is multiplied by 1.73.", (string?)stretched["verdict"], StringComparison.Ordinal);
        Assert.DoesNotContain("when x", (string?)ball["verdict"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crooked", "none", "Whatever affine symmetry there is, it is broken by at least")]
    [InlineData("random", "cannot-tell", "The coordinates do not predict the values")]
    public void Values_without_a_symmetry_have_none_with_the_reason(string function, string verdict, string reason)
    {
        var report = Run("generators", Write(function), "--value", "V", "--no-figures");

        Assert.Equal("none", (string?)report["algebra"]!["verdict"]);
        Assert.Equal(verdict, (string?)report["symmetry"]!["verdict"]);
        Assert.Contains(reason, (string?)report["verdict"], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_bounds_lie_on_both_sides_of_the_tolerance_the_answer_is_cannot_tell()
    {
        var random = new Seed(8).Stream();
        var lines = Enumerable.Range(0, 700).Select(_ =>
        {
            double[] x = [.. Enumerable.Range(0, 5).Select(_ => random.NextUniform(-1, 1))];
            return string.Join(',', x.Append(x.Sum(c => c * c * c * c)).Select(c => FormattableString.Invariant($"{c}")));
        });

        var report = Run("generators", _folder.Write("fourth.csv", string.Join('\n', lines.Prepend("a,b,c,d,e,V"))), "--value", "V", "--no-figures");

        Assert.Contains("Cannot tell", (string?)report["verdict"], StringComparison.Ordinal);
        Assert.Equal("cannot-tell", (string?)report["symmetry"]!["verdict"]);
        Assert.InRange((int)report["symmetry"]!["neededSamples"]!, 701, 100_000);
    }

    [Theory]
    [InlineData("ball", 12)] // a polynomial of degree 2 has ten coefficients
    [InlineData("crooked", 60)]
    [InlineData("random", 60)]
    public void Too_few_samples_of_a_function_are_too_few(string function, int samples)
    {
        var table = string.Join('\n', File.ReadLines(Write(function)).Take(1 + samples));

        var report = Run("generators", _folder.Write("few.csv", table), "--value", "V", "--no-figures");

        Assert.Contains("Cannot tell", (string?)report["verdict"], StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_exact_values_are_enough_for_a_ball()
    {
        var table = string.Join('\n', File.ReadLines(Write("ball")).Take(61));

        var report = Run("generators", _folder.Write("few.csv", table), "--value", "V", "--no-figures");

        Assert.Equal("so(3)", (string?)report["algebra"]!["name"]);
    }

    [Theory]
    [InlineData(0.1, 0.2, 3.6)]
    [InlineData(0.1, 0.7, 0.9)]
    public void Circles_in_planes_at_any_height_are_put_to_the_test(params double[] heights)
    {
        var circles = heights.Select((z, i) => new PointCloud(300, 3, [.. Enumerable.Range(0, 300).SelectMany(k => new[] { (1 + i) * Math.Cos(k), (1 + i) * Math.Sin(k), z })])).ToArray();

        var report = Run("generators", Write(circles), "--orbit", "orbit", "--no-figures");

        Assert.Contains("so(2)", (string?)report["verdict"], StringComparison.Ordinal);
        Assert.DoesNotContain("left out", report["findings"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--value", "V", "--orbit", "x0")]
    [InlineData("--value", "V", "--method", "lie-pca")]
    [InlineData("--value", "V", "--neighbours", "20")]
    [InlineData("--fields", "3", "--space", "affine")]
    [InlineData("--method", "hyperplane", "--neighbours", "20")]
    public void Options_that_would_have_no_effect_are_refused(params string[] options) =>
        Assert.Equal(1, NoetherProcess.Run(["generators", Write("ball"), .. options, "--out", _folder["out"]]).ExitCode);

    [Theory]
    [InlineData("--linear", "--space linear")]
    [InlineData("--affine", "--space affine")]
    [InlineData("--whiten", "stretched rotations are found")]
    public void Options_that_are_gone_end_with_what_replaces_them(string option, string advice)
    {
        string[] command = ["generators", Write("ball"), "--value", "V", "--out", _folder["out"]];

        var old = NoetherProcess.Run([.. command, option]);
        var help = NoetherProcess.Run("generators", "--help");

        Assert.Equal(1, old.ExitCode);
        Assert.Contains($"{option} is gone", old.Error, StringComparison.Ordinal);
        Assert.Contains(advice, old.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
        Assert.DoesNotContain(option, help.Output, StringComparison.Ordinal);
        Assert.Equal(0, NoetherProcess.Run([.. command, "--no-figures", "--quiet"]).ExitCode); // the control: without it
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1)]
    [InlineData(1e3)]
    public void Affine_maps_are_the_same_in_any_unit(double unit)
    {
        var sphere = SyntheticOrbits.Sphere(1500, 3, 1, 0.02, new(1));
        var scaled = new PointCloud(sphere.Count, 3, [.. sphere.Values.ToArray().Select((x, i) => unit * (x + i % 3))]);

        var report = Run("generators", Write(scaled), "--space", "affine", "--no-figures");

        Assert.Equal("so(3)", (string?)report["algebra"]!["name"]);
        Assert.InRange((double)report["symmetry"]!["asymmetry"]!["upper"]!, 0.001, 0.05);
        Assert.InRange((double)report["generators"]!["invarianceError"]!, 0.9, 1.1);
        Assert.All(report["generators"]!["centre"]!.AsArray(), (x, i) => Assert.Equal(i, (double)x! / unit, 0.02));
        Assert.All(report["generators"]!["matrices"]!.AsArray(), matrix => Assert.Equal(2, Norm(matrix!), 0.1));
    }

    [Fact]
    public void Among_affine_maps_a_sphere_far_from_the_origin_has_its_rotations()
    {
        var sphere = SyntheticOrbits.Sphere(600, 3, 1, 0, new(1));
        var moved = new PointCloud(600, 3, [.. Enumerable.Range(0, 1800).Select(i => sphere[i / 3, i % 3] + 5)]);

        var report = Run("generators", Write(moved), "--space", "affine", "--no-figures");

        Assert.Equal("so(3)", (string?)report["algebra"]!["name"]);
        Assert.All(report["generators"]!["centre"]!.AsArray(), x => Assert.Equal(5, (double)x!, 0.001));
        Assert.All(report["generators"]!["matrices"]!.AsArray(), matrix => Assert.Equal(3, matrix!.AsArray().Count));
    }

    [Fact]
    public void Generators_that_leave_no_point_fixed_have_their_translations()
    {
        var report = Run("generators", Write("paraboloid"), "--value", "V", "--no-figures");

        Assert.Equal(3, (int)report["generators"]!["count"]!); // a turn, and along x and y with what z makes up for
        Assert.All(report["generators"]!["matrices"]!.AsArray(), matrix => Assert.Equal(4, matrix!.AsArray().Count));
    }

    [Fact]
    public void Points_on_which_the_test_has_no_power_cannot_tell_and_do_not_fill_space()
    {
        var report = Run("generators", Write(SyntheticOrbits.Sphere(300, 4, 1, 0.1, new(1))), "--no-figures");

        Assert.StartsWith("Cannot tell", (string?)report["verdict"], StringComparison.Ordinal);
        Assert.Contains("samples would decide", (string?)report["verdict"], StringComparison.Ordinal);
        Assert.DoesNotContain("fill", (string?)report["verdict"], StringComparison.Ordinal);
        Assert.Null(report["generators"]);
        var few = report["symmetry"]!["asymmetry"]!;
        Assert.InRange(0.05, (double)few["lower"]!, (double)few["upper"]!);

        var needed = (int)report["symmetry"]!["neededSamples"]!;
        var enough = Run("generators", Write(SyntheticOrbits.Sphere(2 * needed, 4, 1, 0.1, new(1))), "--no-figures");

        Assert.Equal("symmetric", (string?)enough["symmetry"]!["verdict"]);
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
    public void Standard_errors_count_how_far_the_axes_of_an_ellipse_are_known()
    {
        var circle = SyntheticOrbits.Sphere(1000, 2, 1, 0.05, new(1));
        var ellipse = new PointCloud(1000, 2, [.. Enumerable.Range(0, 1000).SelectMany(i => new[] { 3 * circle[i, 0], circle[i, 1] })]);

        var report = Run("generators", Write(ellipse), "--no-figures");

        var generator = report["generators"]!["matrices"]![0]!;
        var ratio = Math.Sqrt(Math.Abs((double)generator[0]![1]! / (double)generator[1]![0]!)); // 3 for the true generator
        Assert.InRange(Math.Abs(ratio - 3), 1e-6, 0.15);
        Assert.InRange((double)report["generators"]!["standardErrors"]![0]!, 0.002, 0.05);
        Assert.Contains("It is a rotation when x0 is divided by", (string?)report["verdict"], StringComparison.Ordinal);
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

    // The squared norm, which is that of a rotation in one plane but for noise, whatever the unit.
    private static double Norm(JsonNode matrix) =>
        matrix.AsArray().Sum(row => row!.AsArray().Sum(entry => Math.Pow((double)entry!, 2)));

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
                "paraboloid" => z - (x * x) - (y * y),
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
