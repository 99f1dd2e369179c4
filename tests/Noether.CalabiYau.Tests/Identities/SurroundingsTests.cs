using System.Collections.Concurrent;
using Noether.CalabiYau.Classes;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;

namespace Noether.CalabiYau.Tests.Identities;

/// <summary>How many different matrices lie within some steps of the published list, products included; in full with NOETHER_FULL.</summary>
public static class SurroundingsTests
{
    [Theory]
    [InlineData("B,C,D", 1, 33094, 128)]
    [InlineData("B,C,D,A1,A2,A3,F", 1, 40739, 84)]
    public static void One_step_from_the_list_reaches_so_many_matrices_and_leaves_so_many_entries_alone(string names, int steps, int matrices, int alone) =>
        AssertReached(names, steps, matrices, alone);

    [Theory]
    [InlineData("B,C,D", 2, 96322, 128)]
    [InlineData("B,C,D", 3, 225019, 128)]
    [InlineData("B,C,D,A1", 1, 35998, 84)]
    [InlineData("B,C,D,A1", 2, 116826, 84)]
    [InlineData("B,C,D,A1,A2,A3", 1, 40739, 84)]
    [InlineData("B,C,D,A1,A2,A3,F", 2, 145229, 84)]
    public static void Further_steps_reach_so_many(string names, int steps, int matrices, int alone)
    {
        Assert.SkipUnless(PublishedList.InFull, "Set NOETHER_FULL to count them.");
        AssertReached(names, steps, matrices, alone);
    }

    private static void AssertReached(string names, int steps, int matrices, int alone)
    {
        var identities = IdentitySet.Parse(names);
        var (reached, single) = (new ConcurrentDictionary<ConfigurationMatrix, bool>(), 0);
        Parallel.ForEach(PublishedList.OrSkip().Records, record =>
        {
            var surroundings = IdentityChains.Surroundings(record.Matrix, identities, steps);
            foreach (var matrix in surroundings)
            {
                reached.TryAdd(matrix, true);
            }

            if (surroundings.Count == 1)
            {
                Interlocked.Increment(ref single);
            }
        });

        Assert.Equal((matrices, alone), (reached.Count, single));
    }
}
