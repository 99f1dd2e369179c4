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
    public static ImmutableArray<Matrix> Of(FieldFrame frame, LiePcaSolution solution, ImmutableArray<Matrix> generators)
    {
        if (generators.IsEmpty)
        {
            return [];
        }

        var slabs = Jackknife.Errors(generators, [.. solution.WithoutSlab.Select(part => GeneratorMap.InPointsUnit(frame, part))]);
        var errors = generators.Zip(slabs, (generator, known) => Jackknife.Larger(known, Neighbourhoods(generator)));
        return FrameErrors.AddedTo([.. errors], frame, generators, solution.Basis.Space == GeneratorSpace.Rotations ? 1 : 0);

        // Neighbourhoods share points: what is left out of one slab stays in those beside it.
        IEnumerable<Matrix> Neighbourhoods(Matrix generator) => solution
            .Mistaken(GeneratorMap.Coordinates(frame, solution.Basis, generator))
            .Select(direction => Jackknife.Leaving(GeneratorMap.InPointsUnit(frame, solution.Basis, direction), generators));
    }
}
