using Noether.Numerics;

namespace Noether.Generators;

/// <summary>How the coordinates of a point are divided into vectors (fields) that one transformation moves together.</summary>
/// <remarks>
/// A generator A moves a field x by A x and a field in the conjugate representation by A* x, with A* = -A' for real vectors and, for complex
/// vectors in real coordinates, A* = -C A' C, where C changes the sign of the imaginary parts: then x -> A x and y -> A* y leave the complex
/// product sum_i y_i x_i unchanged, Eq. (G18). For an antisymmetric A the real one is A* = A.
/// </remarks>
public sealed record FieldLayout
{
    /// <summary>One vector: all coordinates.</summary>
    public static FieldLayout Single { get; } = new(1);

    /// <summary>Vectors of equal length, one after the other.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="conjugate">Which of them, counted from 0, are in the conjugate representation.</param>
    /// <exception cref="ArgumentException">A conjugate field does not exist.</exception>
    public FieldLayout(int count, params ImmutableArray<int> conjugate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Conjugate = conjugate.IsDefault ? [] : conjugate;
        foreach (var field in Conjugate)
        {
            if (field < 0 || field >= count)
            {
                throw new ArgumentException($"Field {field} was called conjugate; there are {count} fields, counted from 0.", nameof(conjugate));
            }
        }

        Count = count;
    }

    /// <summary>The number of vectors.</summary>
    public int Count { get; }

    /// <summary>The fields in the conjugate representation.</summary>
    public ImmutableArray<int> Conjugate { get; }

    /// <summary>How complex vectors are written. Default: the vectors are real. It matters for conjugate fields alone.</summary>
    public ComplexLayout Complex { get; init; }

    /// <summary>The length of one vector.</summary>
    /// <param name="dimension">Coordinates of a point.</param>
    /// <exception cref="ArgumentException">The coordinates cannot be divided evenly, or complex vectors have an odd number of them.</exception>
    public int DimensionOf(int dimension)
    {
        if (dimension % Count != 0)
        {
            throw new ArgumentException($"{Count} fields of equal length need a multiple of {Count} coordinates; the points have {dimension}.", nameof(dimension));
        }

        return Complex == ComplexLayout.None || dimension / Count % 2 == 0
            ? dimension / Count
            : throw new ArgumentException($"Complex vectors have an even number of real coordinates; {Count} fields in {dimension} coordinates have {dimension / Count} each.", nameof(dimension));
    }

    /// <summary>The matrix that acts on a field: A itself, or A* on a conjugate one.</summary>
    /// <param name="generator">A, shape [d, d].</param>
    /// <param name="field">The field, counted from 0.</param>
    public Matrix ActionOn(Matrix generator, int field) => Conjugate.Contains(field)
        ? Matrix.Generate(generator.Rows, generator.Columns, (i, j) => -Sign(i, generator.Rows) * Sign(j, generator.Rows) * generator[j, i])
        : generator;

    /// <summary>The matrix that acts on whole points: one block per field. Shape [fields * d, fields * d].</summary>
    /// <param name="generator">A, shape [d, d].</param>
    internal Matrix Joint(Matrix generator)
    {
        if (Count == 1 && Conjugate.IsEmpty)
        {
            return generator;
        }

        var d = generator.Rows;
        var blocks = Enumerable.Range(0, Count).Select(field => ActionOn(generator, field)).ToArray();
        return Matrix.Generate(Count * d, Count * d, (i, j) => i / d == j / d ? blocks[i / d][i % d, j % d] : 0);
    }

    /// <summary>The same with translations: from [A b; 0 0] for one field to the matrix for all. Shape [fields * d + 1, fields * d + 1].</summary>
    /// <param name="generator">Shape [d + 1, d + 1].</param>
    internal Matrix JointAffine(Matrix generator)
    {
        var d = generator.Rows - 1;
        var joint = Joint(Matrix.Generate(d, d, (i, j) => generator[i, j]));
        return Matrix.Generate(joint.Rows + 1, joint.Rows + 1, (i, j) => i == joint.Rows ? 0 : j < joint.Rows ? joint[i, j] : (Conjugate.Contains(i / d) ? -Sign(i % d, d) : 1) * generator[i % d, d]);
    }

    /// <summary>-1 for the imaginary part of a complex component, 1 for everything else.</summary>
    /// <param name="coordinate">Coordinate of a field.</param>
    /// <param name="dimension">The length d of a field.</param>
    internal int Sign(int coordinate, int dimension) => Complex switch
    {
        ComplexLayout.Pairs when coordinate % 2 == 1 => -1,
        ComplexLayout.Blocks when 2 * coordinate >= dimension => -1,
        _ => 1,
    };
}
