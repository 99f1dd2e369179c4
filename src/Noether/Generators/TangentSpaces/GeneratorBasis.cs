using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>Orthonormal coordinates on a space of generators [A b; 0 0]: which entries are free.</summary>
/// <param name="space">Which matrices.</param>
/// <param name="dimension">The size d of A.</param>
/// <param name="translations">Whether b is free too.</param>
internal sealed class GeneratorBasis(GeneratorSpace space, int dimension, bool translations)
{
    private static readonly double HalfRoot = Math.Sqrt(0.5);
    private readonly int _linear = space == GeneratorSpace.Rotations ? dimension * (dimension - 1) / 2 : dimension * dimension;

    /// <summary>Which matrices.</summary>
    public GeneratorSpace Space => space;

    /// <summary>Whether b is free.</summary>
    public bool HasTranslations => translations;

    /// <summary>The number of coordinates.</summary>
    public int Size => _linear + (translations ? dimension : 0);

    /// <summary>The coordinates of the linear form (A, b) -> sum_ij A_ij w_ij + sum_i b_i u_i.</summary>
    /// <param name="w">Shape [d * d].</param>
    /// <param name="u">Shape [d].</param>
    /// <param name="into">Shape [size].</param>
    public void Form(ReadOnlySpan<double> w, ReadOnlySpan<double> u, Span<double> into)
    {
        var next = 0;
        for (var i = 0; i < dimension; i++)
        {
            for (var j = space == GeneratorSpace.Rotations ? i + 1 : 0; j < dimension; j++)
            {
                into[next++] = space == GeneratorSpace.Rotations ? HalfRoot * (w[(i * dimension) + j] - w[(j * dimension) + i]) : w[(i * dimension) + j];
            }
        }

        if (translations)
        {
            u.CopyTo(into[next..]);
        }
    }

    /// <summary>The matrix A with these coordinates.</summary>
    public Matrix Linear(ReadOnlySpan<double> coordinates)
    {
        var entries = new double[dimension * dimension];
        var next = 0;
        for (var i = 0; i < dimension; i++)
        {
            for (var j = space == GeneratorSpace.Rotations ? i + 1 : 0; j < dimension; j++)
            {
                var value = coordinates[next++];
                if (space == GeneratorSpace.Rotations)
                {
                    (entries[(i * dimension) + j], entries[(j * dimension) + i]) = (HalfRoot * value, -HalfRoot * value);
                }
                else
                {
                    entries[(i * dimension) + j] = value;
                }
            }
        }

        return Matrix.FromEntries(dimension, dimension, entries);
    }

    /// <summary>The translation b with these coordinates; zeros when translations are not free. Shape [d].</summary>
    public double[] Translation(ReadOnlySpan<double> coordinates) =>
        translations ? coordinates[_linear..].ToArray() : new double[dimension];
}
