using Noether.Data;
using Noether.Numerics;

namespace Noether.Experiments.RotatedDigits;

/// <summary>Points in fewer coordinates.</summary>
internal static class Coordinates
{
    /// <summary>The first coordinates of every point.</summary>
    public static PointCloud First(PointCloud points, int count) =>
        points.MappedBy(Matrix.Generate(count, points.Dimension, (row, column) => row == column ? 1 : 0));
}
