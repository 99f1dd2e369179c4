using System.Globalization;
using Noether.Numerics;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Tests;

/// <summary>A report such as the Mexican hat gives: the numbers are of a realistic size, not measured.</summary>
internal static class SampleReport
{
    internal static Report MexicanHat { get; } = new()
    {
        Command = "paper mexican-hat",
        Version = "0.1.0",
        Seed = 7,
        Threads = 2,
        Seconds = 4.2184,
        Repeat = "noether paper mexican-hat --seed 7",
        Verdict = "The samples are symmetric under so(2), rotations of the plane: one generator, found in all 16 orbits.",
        Data = new("mexican-hat: V = r^4 - 2.3 r^2", Sha, 11_000, 2, [11], 0),
        Classifier = new([0.9713], 38, 0.8764, [2, 80, 80, 11]) { HeldOutAccuracy = [0.9642], ShuffledAccuracy = [0.0921] },
        Orbits = [.. Enumerable.Range(-5, 11).SelectMany(OrbitsOf)],
        Generators = new("hyperplane", 1, [0.9971, 0.0312, 0.0125, 0.0038], [Matrix.FromRows([0.0013, -0.7071], [0.7071, -0.0008])])
        {
            StandardErrors = [0.0021],
            EntryErrors = [Matrix.FromRows([0, 0.003], [0.003, 0.0001])],
            Centre = [0.0004, -0.0011],
            ClosureError = 0,
            InvarianceError = 1.043,
            Control = 3.871,
            Agreement = new("lie-pca", 0.0042),
        },
        Algebra = new("unique")
        {
            Name = "so(2)",
            Aliases = ["u(1)"],
            Dimension = 1,
            Compact = true,
            Center = 1,
            Ideals = [],
            Representation = [new("so(2)", "charge 1", 1) { Type = "complex" }],
            Reason = "One generator, antisymmetric within its standard error.",
        },
        Timings = [new("sample", 0.1042), new("train", 0.8764), new("neighbours", 0.3381), new("orbits", 0.1127), new("generators", 0.0716), new("algebra", 0.0009), new("controls", 2.7145)],
        Claims =
        [
            .. Enumerable.Range(-5, 11).Select(k => new Claim($"orbits of class {ClassName(k)}", k < 0 ? 2 : 1, k <= 0 ? 2 : 1, k != 0, 1)),
            new("adjusted Rand index", 0.9964, ">= 0.99", Holds: true, 0.0012),
            new("worst |cosine| to the rotation", 0.9991, ">= 0.995", Holds: true, 0.4127),
            new("name", "so(2)", "so(2)", Holds: true, "none"),
        ],
        Findings =
        [
            new("ORB002", Severity.Caution, "Class V = 0.0 has an orbit of 41 points, 4 % of the class: fewer than the 50 that count as one."),
            new("GEN004", Severity.Note, "Generators see only the connected part: reflections (O(2) or SO(2)?) were not tested."),
        ],
        Figures = [SampleFigures.MexicanHat, SampleFigures.Spectrum, SampleFigures.Generator],
        Arrays = [new("orbit", [11_000], new int[11_000])],
    };

    /// <summary>A configuration of which everything is known.</summary>
    internal static ConfigurationReport Configuration { get; } = new("P1[1 1] / P1[1 1] / P3[4 0]", 3)
    {
        Label = 7886,
        H11 = 2,
        H21 = 86,
        EulerNumber = -168,
        SecondChernClass = [24, 24, 44],
        Canonical = "P1[1 1] / P1[1 1] / P3[0 4]",
        Reduced = "P1[2] / P3[4]",
        Steps = ["B"],
    };

    /// <summary>An answer of which everything is known.</summary>
    internal static SymmetryReport Answer { get; } = new("symmetric", "All generators together have an asymmetry of 0.4 %.", 0.05)
    {
        Asymmetry = new(0.004, 0, 0.012, 0.99, 0.97),
        Change = new(0.006, 0, 0.018, 0.99, 0.97),
        Space = "affine",
        Spectrum = [new(0.004, 0, 0.012, 0.99, 0.97), new(0.4, 0.35, 0.45, 0.99, 0.97)],
        Dependence = new(2, ["T"], [[new("x", 1)], [new("y", 1), new("z", -2)]]) { Asymmetry = new(0.01, 0, 0.02, 0.99, 1), PValue = 0.4 },
        Fit = new() { Method = "polynomials of degree 2", Unexplained = 0.01, Misfit = 0.001, MisfitError = 0.002, Resolution = 0.05, Overlap = 0 },
        Metric = Matrix.FromRows([1, 0], [0, 4]),
        NeededSamples = 4000,
        Group = new("D3h", [new("mirror with normal (0, 0, 1)", Matrix.Identity(3), new(0.01, 0, 0.02, 0, 0))])
        {
            Order = 12,
            HermannMauguin = "-6m2",
            ClosureError = 0.001,
            Asymmetry = new(0.01, 0, 0.02, 0, 0),
        },
        AcrossOrbits = new(0.003, 0, 0.01, 0.99, 1),
    };

    /// <summary>A report in which no part is absent.</summary>
    internal static Report Complete { get; } = MexicanHat with
    {
        Data = MexicanHat.Data! with { Matrices = 1, Columns = ["x", "y"], Ignored = [new("id", "counts the rows")] },
        Algebra = MexicanHat.Algebra! with
        {
            Candidates = ["so(2)"],
            CandidateReasons = ["One generator, and it turns planes."],
            Ideals = [new("so(3)", 3, 1)],
            Basis = new("rotations of coordinate planes", [Matrix.FromRows([0, -1], [1, 0])], Matrix.Identity(2), Matrix.FromRows([1.414])),
            Generated = new([1, 3], true, [Matrix.FromRows([0, -0.7071], [0.7071, 0])]),
        },
        Generators = MexicanHat.Generators! with { Evidence = "symmetric", SpectrumNoise = 0.028, CountStability = 1, CountInterval = (1, 1) },
        Group = new("o(2)", IsCompact: true, [new("rotation of (x, y)", true, new(0.01, 0, 0.02, 0, 0), 0.3), new("mirror of x", false, new(0.1, 0.08, 0.12, 0, 0), 0.4)])
        {
            OutputGroup = "o(2)",
            PValue = 0.004,
            BrokenShare = 0.02,
            Worst = [[0.5, -1, 2], [0.25, 3, 0]],
        },
        Symmetry = Answer,
        Embedding = new("model.onnx", Sha, "relu_3", 64, [0.9812], [0.0921]),
        Configurations = [Configuration],
    };

    /// <summary>The least that a report may hold.</summary>
    internal static Report Bare { get; } = new()
    {
        Command = "doctor",
        Version = "0.1.0",
        Seed = ulong.MaxValue,
        Threads = 1,
        Repeat = "noether doctor",
        Verdict = "Nothing was asked for.",
    };

    private const string Sha = "9f2c1d6b7a3e4f508192a3b4c5d6e7f80123456789abcdef0123456789abcdef";

    internal static string ClassName(int k) => $"V = {(k / 5.0).ToString("0.0", CultureInfo.InvariantCulture)}";

    private static IEnumerable<OrbitReport> OrbitsOf(int k)
    {
        if (k >= 0)
        {
            return [new(ClassName(k), 0, 968 + k, 1.2 + (0.03 * k), 1)];
        }

        var larger = 560 - (20 * k);
        return [new(ClassName(k), 0, larger, 31.2 - (7 * k), 1), new(ClassName(k), 1, 975 - larger, 31.2 - (7 * k), k == -1 ? 0.9 : 1)];
    }
}
