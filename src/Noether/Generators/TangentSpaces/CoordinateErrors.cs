using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>What errors of the coordinates do to rotations: where a map M is known as (1 + E) M only, a generator A of one is A + [E, A] in the other, and [E, A] is no rotation, Eq. (G19).</summary>
internal static class CoordinateErrors
{
    /// <summary>The quadratic form A -> sum over errors of |[E, A]|^2 on coordinates of generators; translations have none. Shape [size, size].</summary>
    /// <param name="basis">The coordinates.</param>
    /// <param name="errors">The errors E. Shape [errors][d, d].</param>
    public static Matrix Of(GeneratorBasis basis, ImmutableArray<Matrix> errors)
    {
        var unit = new double[basis.Size];
        var images = new Matrix[basis.Size][];
        for (var k = 0; k < basis.Size; k++)
        {
            unit[k] = 1;
            var generator = basis.Linear(unit);
            images[k] = [.. errors.Select(error => error.Commutator(generator))];
            unit[k] = 0;
        }

        return Matrix.Generate(basis.Size, basis.Size, (i, j) => images[i].Zip(images[j], (left, right) => left.InnerProduct(right)).Sum());
    }
}
