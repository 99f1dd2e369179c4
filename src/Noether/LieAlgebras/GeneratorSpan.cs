using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.LieAlgebras;

/// <summary>The linear span of some square matrices: a basis that is orthonormal under tr(A B^T), with the noise of each basis matrix.</summary>
internal sealed class GeneratorSpan
{
    /// <summary>A direction counts when its length exceeds its noise this many times; a direction of pure noise has length one.</summary>
    private const double NoiseLengths = 2;

    public GeneratorSpan(ImmutableArray<Matrix> basis, ImmutableArray<double> noise)
    {
        Basis = basis;
        Noise = noise;
    }

    /// <summary>The basis, orthonormal under the Frobenius inner product; never empty. Shape [m][n, n].</summary>
    public ImmutableArray<Matrix> Basis { get; }

    /// <summary>Standard error of the entries of each basis matrix. Shape [m].</summary>
    public ImmutableArray<double> Noise { get; }

    /// <summary>The number of independent generators, m.</summary>
    public int Dimension => Basis.Length;

    /// <summary>The number of coordinates they act on, n.</summary>
    public int Size => Basis[0].Rows;

    /// <summary>Root mean square of <see cref="Noise"/>: how far an entry of a basis matrix of norm 1 may be off.</summary>
    public double TypicalNoise => Math.Sqrt(Noise.Average(error => error * error));

    /// <summary>The largest singular value to be expected of a square matrix of noise, with entries as in <see cref="TypicalNoise"/>.</summary>
    public double NoiseNorm => 2 * Math.Sqrt(Size) * TypicalNoise;

    /// <summary>The span of the generators; directions that their noise explains are left out. Null when nothing is left.</summary>
    /// <param name="generators">Square matrices of one size, at least one.</param>
    /// <param name="options">Their standard errors.</param>
    public static GeneratorSpan? Of(ImmutableArray<Matrix> generators, IdentificationOptions options)
    {
        var units = new List<(Matrix Matrix, double Noise)>();
        for (var a = 0; a < generators.Length; a++)
        {
            var generator = generators[a];
            var largest = Math.Abs(TensorPrimitives.MaxMagnitude(generator.Entries));
            if (largest > 0)
            {
                var exponent = Math.ILogB(largest); // by a power of two, which rounds nothing: squares of very large or small entries are no numbers
                var scaled = Matrix.Generate(generator.Rows, generator.Columns, (i, j) => Math.ScaleB(generator[i, j], -exponent));
                var norm = scaled.Norm;
                units.Add(((1 / norm) * scaled, Math.Max(Math.ScaleB(options.StandardError(a, generators.Length), -exponent) / norm, Tolerance.Rounding.Relative)));
            }
        }

        return units.Count == 0 ? null : Independent(units);
    }

    /// <summary>The span with another basis that stands for the same generators, one by one.</summary>
    public GeneratorSpan With(ImmutableArray<Matrix> basis) => new(basis, Noise);

    /// <summary>The span with the noise of another one, basis matrix by basis matrix.</summary>
    public GeneratorSpan WithNoiseOf(GeneratorSpan other) => new(Basis, other.Noise);

    /// <summary>The span with at least this noise in every basis matrix.</summary>
    public GeneratorSpan WithNoise(double noise) => new(Basis, [.. Noise.Select(own => Math.Max(own, noise))]);

    /// <summary>The span with nothing but rounding as its noise.</summary>
    public GeneratorSpan Exact() => new(Basis, [.. Noise.Select(_ => Tolerance.Rounding.Relative)]);

    private static GeneratorSpan? Independent(List<(Matrix Matrix, double Noise)> units)
    {
        var gram = SymmetricEigen.Of(Matrix.Generate(units.Count, units.Count, (a, b) => units[a].Matrix.InnerProduct(units[b].Matrix)));
        var size = units[0].Matrix.Rows;
        var basis = new List<Matrix>();
        var noise = new List<double>();
        for (var k = units.Count - 1; k >= 0; k--)
        {
            var direction = Combine(units, gram.Vectors.Row(k));
            var length = direction.Norm; // more exact than the root of the eigenvalue
            var error = Math.Sqrt(Enumerable.Range(0, units.Count).Sum(a => Square(gram.Vectors[k, a] * units[a].Noise)));
            if (length > NoiseLengths * error * size)
            {
                basis.Add((1 / length) * direction);
                noise.Add(error / length);
            }
        }

        return basis.Count == 0 ? null : new([.. basis], [.. noise]);
    }

    private static Matrix Combine(List<(Matrix Matrix, double Noise)> units, ReadOnlySpan<double> weights)
    {
        var sum = Matrix.Zero(units[0].Matrix.Rows, units[0].Matrix.Rows);
        for (var a = 0; a < units.Count; a++)
        {
            sum += weights[a] * units[a].Matrix;
        }

        return sum;
    }

    private static double Square(double x) => x * x;
}
