using Noether.Numerics;

namespace Noether.Experiments.Measures;

/// <summary>The generator of rotations of the plane.</summary>
internal static class Rotation
{
    /// <summary>The generator that turns the first axis towards the second.</summary>
    public static Matrix Generator { get; } = Matrix.FromRows([0, -1], [1, 0]);

    /// <summary>|cosine| of the angle between a matrix and the rotation generator, 0 to 1; the sign of a generator means nothing.</summary>
    public static double Cosine(Matrix matrix) => Math.Abs(matrix.InnerProduct(Generator)) / (matrix.Norm * Generator.Norm);
}
