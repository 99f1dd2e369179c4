using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.LieAlgebras.Structure;

/// <summary>Whether the rates of a torus on its planes are integers, in some basis of its generators, Eq. (A9).</summary>
/// <param name="Charges">The charge of each plane; null where noise leaves none or several. Shape [planes][rank].</param>
/// <param name="Alternatives">Where several fit, all of them.</param>
internal sealed record IntegerWeights(ImmutableArray<ImmutableArray<int>>? Charges, ImmutableArray<ImmutableArray<ImmutableArray<int>>> Alternatives)
{
    /// <summary>Deviations count as noise up to this many standard errors.</summary>
    private const double NoiseLengths = 3;

    /// <summary>How many lattices as simple as one that fits may fit by chance before it says nothing.</summary>
    private const double Chance = 0.5;

    /// <summary>A lattice must be this many times as likely as the next one.</summary>
    private const double Odds = 20;

    /// <summary>No weights.</summary>
    public static IntegerWeights None { get; } = new(null, []);

    /// <summary>The integer charges of each plane; those that no generator turns by more than noise have charge 0.</summary>
    /// <param name="rates">One rate per plane and generator. Shape [planes, rank].</param>
    /// <param name="noise">Standard error of each rate.</param>
    /// <param name="phasesOf">What the points say about the planes with these rates; null where there are no points.</param>
    public static IntegerWeights Of(Matrix rates, double noise, Func<Matrix, PlanePhases?> phasesOf)
    {
        int[] moving = [.. Enumerable.Range(0, rates.Rows).Where(plane => TensorPrimitives.Norm(rates.Row(plane)) > NoiseLengths * noise)];
        if (moving.Length < rates.Columns)
        {
            return None;
        }

        var turning = Matrix.FromRows([.. moving.Select(plane => rates.Row(plane).ToArray())]);
        var spectrum = SymmetricEigen.Of(turning.Transposed * turning).Values;
        if (spectrum[0] <= Math.Max(Tolerance.Rounding.Relative, Square(NoiseLengths * noise) * turning.Rows))
        {
            return None;
        }

        var angle = Math.Max(Tolerance.Rounding.Relative, noise * Math.Sqrt(spectrum.Average(value => 1 / value)));
        var lattices = WeightLattices.Near(turning, angle);
        var weights = (phasesOf(turning) is { } phases ? Seen(lattices, phases) : null) ?? Fitting(lattices, NoiseLengths * angle);
        return new(weights.Charges is { } charges ? Whole(charges) : null, [.. weights.Alternatives.Select(Whole)]);

        ImmutableArray<ImmutableArray<int>> Whole(ImmutableArray<ImmutableArray<int>> charges) =>
            [.. Enumerable.Range(0, rates.Rows).Select(plane => Array.IndexOf(moving, plane) is >= 0 and var index ? charges[index] : [.. Enumerable.Repeat(0, rates.Columns)])];
    }

    /// <summary>The lattice all of whose relations hold between the phases of the points; null where there is none, or no single best one.</summary>
    private static IntegerWeights? Seen(ImmutableArray<WeightLattice> lattices, PlanePhases phases)
    {
        var seen = lattices
            .Where(lattice => lattice.Freedom > 0)
            .Select(lattice => (Lattice: lattice, Evidence: lattice.Relations.Select(phases.Evidence).ToArray()))
            .Where(pair => pair.Evidence.Min() > pair.Lattice.Complexity + Math.Log(Odds))
            .Select(pair => (pair.Lattice, Score: pair.Evidence.Sum() - pair.Lattice.Complexity))
            .OrderByDescending(pair => pair.Score)
            .ToArray();
        return seen.Length > 0 && (seen.Length == 1 || seen[0].Score - seen[1].Score > Math.Log(Odds)) ? new(seen[0].Lattice.Charges(), []) : null;
    }

    /// <summary>The simplest lattice that the rates fit within their noise.</summary>
    private static IntegerWeights Fitting(ImmutableArray<WeightLattice> lattices, double angle)
    {
        var fitting = lattices.Where(lattice => lattice.Freedom == 0 || (lattice.Deviation <= angle && lattice.ChanceWithin(angle) <= Chance)).ToArray();
        if (fitting.Length == 0)
        {
            return None;
        }

        var rivals = fitting.TakeWhile(lattice => lattice.Complexity - fitting[0].Complexity <= Math.Log(Odds)).Select(lattice => lattice.Charges()).ToImmutableArray();
        return rivals.Length == 1 ? new(rivals[0], []) : new(null, rivals);
    }

    private static double Square(double x) => x * x;
}
