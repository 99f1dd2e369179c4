using Noether.Generators.Frames;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.TangentSpaces;

/// <summary>What stays the same throughout a search for generators from tangent spaces.</summary>
/// <param name="Basis">The coordinates of generators.</param>
/// <param name="Constraint">How a normal vector constrains them.</param>
/// <param name="Options">Dimensions, neighbourhoods and slabs.</param>
/// <param name="Dimension">The length d of a field.</param>
/// <param name="Execution">Threads and cancellation.</param>
internal sealed record LiePcaSetting(GeneratorBasis Basis, TangencyConstraint Constraint, LiePcaOptions Options, int Dimension, Execution Execution)
{
    /// <summary>By how much generators miss the matrices that are looked at, mean square: a quadratic form on their coordinates; null where coordinates are exact. Shape [size, size].</summary>
    public Matrix? Inexact { get; init; }

    /// <summary>A search in the coordinates of a frame.</summary>
    public static LiePcaSetting Of(FieldFrame frame, LiePcaOptions options, Execution execution)
    {
        var d = frame.ToUnit.Rows;
        var basis = LiePcaEstimate.BasisFor(options, d);
        var inexact = options.Space == GeneratorSpace.Rotations && !frame.ShapeErrors.IsEmpty ? CoordinateErrors.Of(basis, frame.ShapeErrors) : null;
        return new(basis, new(basis, options.Fields, d), options, d, execution) { Inexact = inexact };
    }
}
