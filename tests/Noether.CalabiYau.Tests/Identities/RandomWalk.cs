using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Identities;

/// <summary>Random single steps, written without the bookkeeping of the product's walks.</summary>
internal static class RandomWalk
{
    public static ConfigurationMatrix? Step(ConfigurationMatrix matrix, IdentitySet identities, Direction direction, RandomStream stream)
    {
        var results = identities.Identities
            .SelectMany(identity => direction == Direction.Forward ? identity.Forward(matrix) : identity.Backward(matrix))
            .ToArray();
        return results.Length == 0 ? null : results[stream.NextIndex(results.Length)];
    }
}
