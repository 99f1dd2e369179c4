using Noether.Groups;
using Noether.Numerics;

namespace Noether.Verification;

/// <summary>Whether one group acts as the image of another, member by member.</summary>
internal static class GroupImage
{
    private const double Small = 1e-6;

    /// <summary>Checks the numbers of members and outputs, commutators and products.</summary>
    /// <exception cref="ArgumentException">Something does not fit.</exception>
    public static void Require(SymmetryGroup group, SymmetryGroup image, int outputs)
    {
        if (image.Dimension != outputs)
        {
            throw new ArgumentException($"{image.Name} acts on {image.Dimension} outputs; the function has {outputs}.", nameof(image));
        }

        if (image.Generators.Length != group.Generators.Length || image.Elements.Length != group.Elements.Length)
        {
            throw new ArgumentException(
                $"{image.Name} has {image.Generators.Length} generators and {image.Elements.Length} elements; {group.Name} has {group.Generators.Length} and {group.Elements.Length}, each with its image in their order.",
                nameof(image));
        }

        if (!KeepsCommutators([.. group.Generators.Select(member => member.Matrix)], [.. image.Generators.Select(member => member.Matrix)])
            || !KeepsProducts([.. group.Elements.Select(member => member.Matrix)], [.. image.Elements.Select(member => member.Matrix)]))
        {
            throw new ArgumentException($"{image.Name} does not multiply as {group.Name} does; its members are taken as images of those of {group.Name} in their order.", nameof(image));
        }
    }

    // What the commutators of the first are in terms of them, those of the second must be, too.
    private static bool KeepsCommutators(Matrix[] first, Matrix[] second)
    {
        var gram = Matrix.Generate(first.Length, first.Length, (i, j) => first[i].InnerProduct(first[j]));
        var inverse = first.Length == 0 ? gram : PseudoInverse.Of(gram);
        return (from a in Enumerable.Range(0, first.Length) from b in Enumerable.Range(0, a) select (a, b)).All(pair =>
        {
            var commutator = first[pair.a].Commutator(first[pair.b]);
            var weights = new double[first.Length];
            inverse.Apply([.. first.Select(matrix => matrix.InnerProduct(commutator))], weights);
            var expected = second.Select((matrix, k) => weights[k] * matrix).Aggregate((x, y) => x + y);
            return (second[pair.a].Commutator(second[pair.b]) - expected).Norm <= Small * (1 + expected.Norm);
        });
    }

    private static bool KeepsProducts(Matrix[] first, Matrix[] second) => (from a in Enumerable.Range(0, first.Length) from b in Enumerable.Range(0, first.Length) select (a, b)).All(pair =>
    {
        var product = first[pair.a] * first[pair.b];
        var k = Array.FindIndex(first, matrix => (matrix - product).Norm <= Small * (1 + product.Norm));
        return k < 0 || (second[pair.a] * second[pair.b] - second[k]).Norm <= Small * (1 + second[k].Norm);
    });
}
