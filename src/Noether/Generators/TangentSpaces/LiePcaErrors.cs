using System.Numerics.Tensors;
using Noether.Generators.Frames;
using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>Standard errors of the entries of generators from tangent spaces, Eq. (G25).</summary>
internal static class LiePcaErrors
{
    /// <summary>The errors, in the coordinates and with the unit of the generators. Shape [count][d, d], or one more of each where there are translations.</summary>
    /// <param name="frame">The coordinates in which the form is.</param>
    /// <param name="solution">The generators in those.</param>
    /// <param name="generators">The same in the coordinates of the input, with lengths in the frame's unit.</param>
    /// <param name="influence">How far the generators move without groups of points. Shape [groups][count][size].</param>
    public static ImmutableArray<Matrix> Of(FieldFrame frame, LiePcaSolution solution, ImmutableArray<Matrix> generators, double[][][] influence)
    {
        if (generators.IsEmpty)
        {
            return [];
        }

        var slabs = Jackknife.Errors(generators, [.. solution.WithoutSlab.Select(part => GeneratorMap.InPointsUnit(frame, part))]);
        var errors = generators.Zip(slabs, (generator, known) => Jackknife.Larger(known, Overlaps(generator), generator.Norm));
        return FrameErrors.AddedTo([.. errors], frame, generators, solution.Basis.Space == GeneratorSpace.Rotations ? 1 : 0);

        // Neighbourhoods share points: what is left out of one slab stays in those beside it.
        IEnumerable<Matrix> Overlaps(Matrix generator)
        {
            var coordinates = GeneratorMap.Coordinates(frame, solution.Basis, generator);
            var changes = influence.Length > 0 ? influence.Select(group => Mixed(group, coordinates)) : solution.Mistaken(coordinates);
            return changes.Select(change => GramSchmidt.Leaving(GeneratorMap.InPointsUnit(frame, solution.Basis, change), generators));
        }

        // The generators are mixed anew in the coordinates of the input.
        double[] Mixed(double[][] group, double[] coordinates)
        {
            var change = new double[coordinates.Length];
            for (var k = 0; k < solution.Count; k++)
            {
                TensorPrimitives.MultiplyAdd(group[k], TensorPrimitives.Dot(solution.Spectrum.Directions.Row(k), coordinates), change, change);
            }

            return change;
        }
    }
}
