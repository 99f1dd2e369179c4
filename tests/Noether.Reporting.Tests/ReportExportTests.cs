using System.Diagnostics;
using System.Globalization;
using Noether.Numerics;
using Noether.Reports;

namespace Noether.Reporting.Tests;

/// <summary>Generators for other tools; the Python is run where there is a Python.</summary>
public sealed class ReportExportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("noether-export");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Samples_moved_in_Python_land_where_the_flow_takes_them()
    {
        // An ellipse about (2, -1): x'' = -x with x - c = (cos t, sin t / 2).
        var report = Rotation with
        {
            Generators = new("asymmetry", 1, [], [Matrix.FromRows([0, -2], [0.5, 0])]) { Centre = [2, -1] },
            Symmetry = new("symmetric", "", 0.05) { Metric = Matrix.FromRows([1, 0], [0, 4]) },
        };

        var numbers = Run(
            report,
            "move(np.array([[3.0, -1.0], [2.0, 0.0]]), [0.7])",
            "invariant(np.array([[3.0, -1.0]]))",
            "invariant(augment(np.array([[3.0, -1.0]]), Normal(), 2.0))");

        Assert.Equal([2 + Math.Cos(0.7), -1 + (Math.Sin(0.7) / 2), 2 - (2 * Math.Sin(0.7)), -1 + Math.Cos(0.7)], numbers[0], AreClose);
        Assert.Equal([1.0, 1.0], [.. numbers[1], .. numbers[2]], AreClose);
    }

    [Fact]
    public void Translations_and_several_generators_are_moved_along_too()
    {
        var (shift, scaling) = (Matrix.FromRows([0, 0, 3], [0, 0, 0], [0, 0, 0]), Matrix.FromRows([0, 0, 0], [0, 1, 0], [0, 0, 0]));
        var report = Rotation with
        {
            Generators = new("asymmetry", 2, [], [shift, scaling]) { Centre = [0, 1] },
        };

        var numbers = Run(report, "move(np.array([[5.0, 2.0]]), [2.0, 0.5])");

        Assert.Equal([11, 1 + Math.Exp(0.5)], Assert.Single(numbers), AreClose);
    }

    [Theory]
    [InlineData("numpy", "[[0.0, -1.0], [1e-07, 0.0]]")]
    [InlineData("julia", "[0.0 -1.0; 1e-07 0.0]")]
    [InlineData("mathematica", "{{0.0, -1.0}, {1*^-07, 0.0}}")]
    [InlineData("csharp", "{{0.0, -1.0}, {1e-07, 0.0}}")]
    [InlineData("json", "[[0,-1],[1E-07,0]]")]
    [InlineData("latex", @"\begin{pmatrix} 0 & -1 \\ 0 & 0 \end{pmatrix}")]
    public void Matrices_are_written_as_the_language_wants_them(string language, string matrix)
    {
        var report = Rotation with { Generators = new("given", 1, [], [Matrix.FromRows([0, -1], [1e-7, 0])]) };

        Assert.Contains(matrix, ReportExport.ToText(report, language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("numpy", "\"say \\\"x\\\" \\\\ y\"")]
    [InlineData("julia", "\"\\$y\"")]
    [InlineData("mathematica", "from a *b* )")]
    [InlineData("latex", @"\text{\$y}")]
    public void Names_of_a_users_file_stay_names(string language, string text)
    {
        var report = Rotation with { Data = Rotation.Data! with { Source = "a\n*b*)", Columns = ["say \"x\" \\ y", "$y"] } };

        Assert.Contains(text, ReportExport.ToText(report, language), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_symmetry_is_not_exported()
    {
        Assert.Contains("has no generators", Refusal(Rotation with { Generators = null }), StringComparison.Ordinal);
        Assert.Contains(
            "did not pass", Refusal(Rotation with { Generators = Rotation.Generators! with { Evidence = "none" } }),
                StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ReportExport.ToText(Rotation, "fortran"));
    }

    private static string Refusal(Report report) => Assert.Throws<FormatException>(() => ReportExport.ToText(report, "numpy")).Message;

    private static bool AreClose(double a, double b) => Math.Abs(a - b) < 1e-12;

    private static Report Rotation { get; } = new()
    {
        Command = "detect",
        Version = "1",
        Seed = 0,
        Threads = 1,
        Repeat = "noether detect",
        Verdict = "Symmetry found: so(2).",
        Data = new("table.csv", "", 10, 2, [2], 0) { Columns = ["x", "y"] },
        Generators = new("asymmetry", 1, [], [Matrix.FromRows([0, -1], [1, 0])]) { Evidence = "symmetric" },
        Algebra = new("unique") { Name = "so(2)", Dimension = 1 },
    };

    /// <summary>The numbers that expressions give behind an exported text, each flattened.</summary>
    private List<double[]> Run(Report report, params string[] expressions)
    {
        const string Python = "python3";
        Assert.SkipUnless(Start(Python, "-c", "import sys").Code == 0, "There is no python3.");
        if (Start(Python, "-c", "import numpy").Code != 0)
        {
            File.WriteAllText(Path.Combine(_folder.FullName, "numpy.py"), Arrays);
        }

        var program = Path.Combine(_folder.FullName, "symmetry.py");
        var prints = expressions.Select(expression => $"print(np.array({expression}).tolist())\n");
        File.WriteAllText(program, $"{ReportExport.ToText(report, "numpy")}\n{Normal}\n{string.Concat(prints)}");
        var (code, output) = Start(Python, program);
        Assert.True(code == 0, output);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Numbers)];
    }

    private static double[] Numbers(string line) =>
        [.. line.Split(['[', ']', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    /// <summary>Numbers that are random enough.</summary>
    private const string Normal =
        """
        class Normal:
            def normal(self, mean, size, n):
                return [mean + size * (0.3 + 0.4 * k) for k in range(n)]
        """;

    private static (int Code, string Output) Start(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, missing.Message);
        }
    }

    /// <summary>As much of NumPy as the exported text uses, for machines without it.</summary>
    private const string Arrays =
        """
        class array(list):
            def __init__(self, items):
                super().__init__(array(i) if isinstance(i, (list, tuple)) else float(i) for i in items)
            def _with(self, other, f):
                if not isinstance(other, list):
                    return array([i._with(other, f) if isinstance(i, list) else f(i, float(other)) for i in self])
                if self and isinstance(self[0], list) and not isinstance(other[0], list):
                    return array([row._with(other, f) for row in self])
                return array([a._with(b, f) if isinstance(a, list) else f(a, b) for a, b in zip(self, other)])
            def __add__(self, other): return self._with(other, lambda a, b: a + b)
            def __radd__(self, other): return self + other
            def __sub__(self, other): return self._with(other, lambda a, b: a - b)
            def __mul__(self, other): return self._with(other, lambda a, b: a * b)
            def __rmul__(self, other): return self * other
            def __truediv__(self, other): return self._with(other, lambda a, b: a / b)
            def __abs__(self): return array([abs(i) for i in self])
            def __matmul__(self, other):
                if not isinstance(self[0], list):
                    return array([sum(a * b for a, b in zip(self, column)) for column in zip(*other)])
                return array([row @ other for row in self])
            @property
            def T(self): return array([list(column) for column in zip(*self)])
            def sum(self, axis=None):
                if axis == 1:
                    return array([sum(row) for row in self])
                return sum(i.sum() if isinstance(i, list) else i for i in self)
            def __getitem__(self, key):
                if isinstance(key, tuple):
                    return array([list.__getitem__(row, key[1]) for row in list.__getitem__(self, key[0])])
                return list.__getitem__(self, key)
            def tolist(self): return self
        def eye(n): return array([[float(i == j) for j in range(n)] for i in range(n)])
        """;
}
