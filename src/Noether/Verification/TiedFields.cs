using Noether.Generators;
using Noether.Numerics;
using Noether.Transformations;

namespace Noether.Verification;

/// <summary>Fields that move several vectors by one matrix.</summary>
internal static class TiedFields
{
    /// <summary>All of them, or the rotations.</summary>
    public static FieldSpace Of(FieldLayout layout, GeneratorSpace kind, CoordinateFrame frame)
    {
        var d = layout.DimensionOf(frame.Lift.Rows);
        var units = from i in Enumerable.Range(0, d) from j in Enumerable.Range(0, kind == GeneratorSpace.Rotations ? i : d) select kind == GeneratorSpace.Rotations ? Unit(d, i, j) - Unit(d, j, i) : Unit(d, i, j);
        return FieldSpace.Of(kind == GeneratorSpace.Rotations ? "rotations" : "linear", units.Select(unit => Joint(layout, unit)), frame);
    }

    /// <summary>
    /// The matrix that a field of all coordinates moves the first vector by that is not in the conjugate representation. Shape [d, d].
    /// </summary>
    public static Matrix Single(FieldLayout layout, Matrix joint)
    {
        var d = layout.DimensionOf(joint.Rows - 1);
        var first = Enumerable.Range(0, layout.Count).First(field => !layout.Conjugate.Contains(field)) * d;
        return Matrix.Generate(d, d, (i, j) => joint[first + i, first + j]);
    }

    private static Matrix Joint(FieldLayout layout, Matrix unit)
    {
        var joint = layout.Joint(unit);
        return Matrix.Generate(joint.Rows + 1, joint.Rows + 1, (i, j) => i < joint.Rows && j < joint.Rows ? joint[i, j] : 0);
    }

    private static Matrix Unit(int d, int row, int column) => Matrix.Generate(d, d, (i, j) => i == row && j == column ? 1 : 0);
}
