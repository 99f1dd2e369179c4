using Noether.Data;
using Noether.Orbits;

namespace Noether.Experiments.MexicanHats;

/// <summary>The orbits that the Mexican hat's samples were made on, against which those found are held.</summary>
internal static class MexicanHatOrbits
{
    /// <summary>The orbit of a sample, all classes told apart: its circle within its class.</summary>
    public static int Of(LabelledPoints samples, MexicanHat hat, int sample) =>
        (2 * samples.Cells.Classes[sample]) + hat.CircleOf(samples.Points[sample, 0], samples.Points[sample, 1]);

    /// <summary>The number of orbits in a class.</summary>
    public static int CountIn(MexicanHat hat, int k) => hat.SquaredRadii(hat.Windows.Centres[k]).Length;

    /// <summary>The least jump among the classes with two orbits; 1 without such a class.</summary>
    public static double LeastJump(OrbitPartition partition, MexicanHat hat) =>
        partition.Jumps.Where((_, k) => CountIn(hat, k) > 1).DefaultIfEmpty(1).Min();
}
