using Noether.CalabiYau.Configurations;
using Noether.Runs;

namespace Noether.CalabiYau.Representatives;

/// <summary>Matrices of one manifold that no permutation relates, drawn by random walks. Eq. (C16).</summary>
/// <param name="Matrices">Canonical forms, all different; the start first, the others in the order in which walks ended at them.</param>
public sealed record RepresentativeSet(ImmutableArray<ConfigurationMatrix> Matrices)
{
    /// <summary>Draws representatives: walks of random length from the start, each step uniform over the permitted moves; the ends of the walks are kept.</summary>
    /// <param name="start">Any configuration; it is kept even where it is larger than the bounds.</param>
    /// <param name="options">Identities, bounds and numbers.</param>
    /// <param name="seed">Where the walks start from.</param>
    public static RepresentativeSet Draw(ConfigurationMatrix start, RepresentativeOptions options, Seed seed)
    {
        var stream = seed.Stream();
        var root = new WalkNode(start) { IsEnd = true };
        var first = CanonicalForm.Of(start);
        var seen = new HashSet<ConfigurationMatrix> { first };
        var found = ImmutableArray.CreateBuilder<ConfigurationMatrix>();
        found.Add(first);
        for (var walk = 0; walk < options.Walks && found.Count < options.Cap; walk++)
        {
            if (Walk(root, options, stream) is not { IsEnd: false } end)
            {
                continue;
            }

            end.IsEnd = true;
            var form = CanonicalForm.Of(end.Matrix);
            if (seen.Add(form))
            {
                found.Add(form);
            }
        }

        return new(found.ToImmutable());
    }

    private static WalkNode Walk(WalkNode start, RepresentativeOptions options, RandomStream stream)
    {
        var current = start;
        for (var left = stream.NextIndex(options.LongestWalk + 1); left > 0; left--)
        {
            if (current.Step(options, stream) is not { } next)
            {
                break;
            }

            current = next;
        }

        return current;
    }
}
