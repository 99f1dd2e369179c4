using System.Numerics.Tensors;
using Noether.Runs;

namespace Noether.Data;

/// <summary>Draws samples of a superpotential until every cell is full.</summary>
internal static class SuperpotentialSampler
{
    /// <summary>Draws that share a stream of random numbers.</summary>
    private const int DrawsPerBlock = 1 << 15;

    /// <summary>Blocks between two looks at how full the cells are.</summary>
    private const int BlocksPerRound = 16;

    public static LabelledPoints Sample(Superpotential potential, Seed seed, Execution execution)
    {
        var windows = potential.Windows.Count;
        var cells = Enumerable.Range(0, windows * windows).Select(_ => new List<double[]>(potential.SamplesPerCell)).ToArray();
        var blocks = (int)Math.Min((potential.MaximumDraws + DrawsPerBlock - 1) / DrawsPerBlock, int.MaxValue);
        for (var first = 0; first < blocks && cells.Any(cell => cell.Count < potential.SamplesPerCell); first += BlocksPerRound)
        {
            execution.Report("sample", (double)first / blocks);
            var hits = new List<(int Cell, double[] Sample)>[Math.Min(BlocksPerRound, blocks - first)];
            execution.ForEachBlock(hits.Length, block => hits[block] = Draw(potential, seed.For(first + block)));
            foreach (var (cell, sample) in hits.SelectMany(block => block).Where(hit => cells[hit.Cell].Count < potential.SamplesPerCell))
            {
                cells[cell].Add(sample);
            }
        }

        return Labelled(potential, cells);
    }

    private static List<(int Cell, double[] Sample)> Draw(Superpotential potential, Seed seed)
    {
        var random = seed.Stream();
        var hits = new List<(int Cell, double[] Sample)>();
        Span<double> sample = stackalloc double[Superpotential.Dimension];
        for (var draw = 0; draw < DrawsPerBlock; draw++)
        {
            Fill(potential, random, sample);
            var value = potential.Value(Superpotential.Invariant(sample));
            var (real, imaginary) = (potential.Windows.ClassOf(value.Real), potential.Windows.ClassOf(value.Imaginary));
            if (real >= 0 && imaginary >= 0)
            {
                hits.Add(((real * potential.Windows.Count) + imaginary, sample.ToArray()));
            }
        }

        return hits;
    }

    private static void Fill(Superpotential potential, RandomStream random, Span<double> sample)
    {
        if (potential.Sampling == SuperpotentialSampling.UnitSpheres)
        {
            FillUnit(random, sample[..4]);
            FillUnit(random, sample[4..]);
            return;
        }

        foreach (ref var part in sample)
        {
            part = random.NextUniform(-potential.HalfWidth, potential.HalfWidth);
        }
    }

    /// <summary>A normal vector has no direction that it prefers.</summary>
    private static void FillUnit(RandomStream random, Span<double> vector)
    {
        foreach (ref var part in vector)
        {
            part = random.NextGaussian();
        }

        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<double>(vector), vector);
    }

    private static LabelledPoints Labelled(Superpotential potential, List<double[]>[] cells)
    {
        var full = cells.Index().Where(cell => cell.Item.Count == potential.SamplesPerCell).ToArray();
        if (full.Length == 0)
        {
            throw new InvalidDataException(
                $"{potential} takes no values in the windows {potential.Windows} often enough for {potential.SamplesPerCell} samples per cell in {potential.MaximumDraws} draws; choose wider windows, or other coefficients.");
        }

        var values = full.SelectMany(cell => cell.Item).SelectMany(sample => sample).ToArray();
        return new(
            new(full.Length * potential.SamplesPerCell, Superpotential.Dimension, values),
            Head("W.re", cell => cell / potential.Windows.Count),
            Head("W.im", cell => cell % potential.Windows.Count));

        Labels Head(string name, Func<int, int> classOf) =>
            new(name, [.. full.SelectMany(cell => Enumerable.Repeat(classOf(cell.Index), potential.SamplesPerCell))], potential.Windows.Names);
    }
}
