using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Identities;

/// <summary>A configuration made as small as the shrinking identities allow.</summary>
/// <param name="Matrix">The canonical form of the result; no shrinking identity applies to it.</param>
/// <param name="Steps">The names of the identities applied, in order.</param>
/// <remarks>
/// A manifold may have several reduced configurations; which one is found depends on the order of the steps. That order is fixed by the canonical form:
/// matrices that differ by the order of rows and columns reduce to the same matrix.
/// </remarks>
public sealed record ReducedForm(ConfigurationMatrix Matrix, ImmutableArray<string> Steps)
{
    /// <summary>Applies L, B, C, D and A_1, A_2, ... forward until none applies. Each step removes a column, so it ends.</summary>
    public static ReducedForm Of(ConfigurationMatrix matrix)
    {
        var identities = new List<Identity> { new LinearEquation(), new BilinearCurve(), new PlaneConic(), new SpaceQuadric() };
        identities.AddRange(Enumerable.Range(1, LargestAmbientDimension(matrix)).Select(k => new DeterminantalSplitting(k)));
        return Of(matrix, new([.. identities]));
    }

    /// <summary>Applies the shrinking identities of a set forward until none applies, the first of the set first.</summary>
    public static ReducedForm Of(ConfigurationMatrix matrix, IdentitySet identities)
    {
        var current = CanonicalForm.Of(matrix);
        var steps = ImmutableArray.CreateBuilder<string>();
        var moves = new List<Move>();
        while (FirstMove(current, identities, moves) is { } move)
        {
            current = CanonicalForm.Of(move.ApplyTo(current));
            steps.Add(move.Identity.Name);
        }

        return new(current, steps.ToImmutable());
    }

    private static Move? FirstMove(ConfigurationMatrix matrix, IdentitySet identities, List<Move> moves)
    {
        foreach (var identity in identities.Identities)
        {
            moves.Clear();
            if (identity.ForwardShrinks)
            {
                identity.Find(matrix, Direction.Forward, moves);
            }

            if (moves.Count > 0)
            {
                return moves[0];
            }
        }

        return null;
    }

    // No step raises a dimension above the largest one: D forward lowers it, sums of P1 rows stay P1.
    private static int LargestAmbientDimension(ConfigurationMatrix matrix) => Enumerable.Range(0, matrix.Rows).Max(matrix.AmbientDimension);
}
