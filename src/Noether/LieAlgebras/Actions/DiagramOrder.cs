
namespace Noether.LieAlgebras.Actions;

/// <summary>Chooses among the numberings of a Dynkin diagram that its symmetries leave open.</summary>
internal static class DiagramOrder
{
    /// <summary>The weights with the labels of each ideal renumbered so that, read in decreasing order, they are as large as they can be: a vector of so(8) is [1,0,0,0].</summary>
    public static ImmutableArray<HighestWeight> Canonical(ImmutableArray<IdealRoots> ideals, ImmutableArray<HighestWeight> weights)
    {
        for (var i = 0; i < ideals.Length; i++)
        {
            var ideal = i;
            weights = Symmetries(ideals[i]).Select(symmetry => Renumbered(weights, ideal, symmetry)).MaxBy(candidate => Key(candidate, ideal), Comparer<string>.Create(string.CompareOrdinal))!;
        }

        return weights;
    }

    /// <summary>Symmetries of each part of the diagram; the two parts of a complex algebra are renumbered alike.</summary>
    private static IEnumerable<ImmutableArray<int>> Symmetries(IdealRoots ideal) => ideal.IsComplex
        ? ideal.Type.Symmetries().Select(symmetry => symmetry.AddRange(symmetry.Select(node => node + ideal.Type.Rank)))
        : ideal.Type.Symmetries();

    private static ImmutableArray<HighestWeight> Renumbered(ImmutableArray<HighestWeight> weights, int ideal, ImmutableArray<int> symmetry) =>
        [.. weights.Select(weight => weight with { Labels = weight.Labels.SetItem(ideal, [.. symmetry.Select(node => weight.Labels[ideal][node])]) })];

    private static string Key(ImmutableArray<HighestWeight> weights, int ideal) => string.Join(
        ';',
        weights.SelectMany(weight => Enumerable.Repeat(string.Concat(weight.Labels[ideal].Select(label => (char)('0' + label))), weight.Multiplicity)).OrderDescending(StringComparer.Ordinal));
}
