using System.Numerics.Tensors;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>The descent of a t-SNE map: gradient steps with momentum and a gain per coordinate.</summary>
internal sealed class TSneDescent
{
    private const int PointsPerBlock = 2048;

    // Gains after Jacobs (1988): up by a constant while a coordinate keeps its direction, down by a factor when it turns.
    private const double GainStep = 0.2;
    private const double GainFactor = 0.8;
    private const double SmallestGain = 0.01;

    // A longer step would throw a point out of the map; the kernel's width is 1.
    private const double LongestStep = 5;

    private readonly Affinities _affinities;
    private readonly IRepulsion _repulsion;
    private readonly double[] _attraction;
    private readonly double[] _forces;
    private readonly double[] _steps;
    private readonly double[] _gains;

    public TSneDescent(Affinities affinities, IRepulsion repulsion, double[] positions)
    {
        (_affinities, _repulsion, Positions) = (affinities, repulsion, positions);
        (_attraction, _forces, _steps, _gains) = (new double[positions.Length], new double[positions.Length], new double[positions.Length], new double[positions.Length]);
        _gains.AsSpan().Fill(1);
    }

    /// <summary>The points of the map, x and y in turn. Shape [2n].</summary>
    public double[] Positions { get; }

    /// <summary>Forgets the gains and the last step, as at the start of a phase.</summary>
    public void Restart()
    {
        _steps.AsSpan().Clear();
        _gains.AsSpan().Fill(1);
    }

    /// <summary>The gradient of the divergence over 4, Eq. (T3), with attraction multiplied by the exaggeration; its array is used again.</summary>
    public double[] Gradient(double exaggeration, Execution execution)
    {
        var normalisation = Math.Max(_repulsion.Compute(Positions, _forces, execution), double.Epsilon);
        Attraction.Compute(_affinities, Positions, _attraction, execution);
        ForEachBlock(execution, (start, length) =>
        {
            var forces = _forces.AsSpan(start, length);
            TensorPrimitives.Divide(forces, -normalisation, forces);
            TensorPrimitives.MultiplyAdd(_attraction.AsSpan(start, length), exaggeration, forces, forces);
        });
        return _forces;
    }

    /// <summary>One step against the gradient; the mean of the map stays at 0.</summary>
    public void Step(double exaggeration, double learningRate, double momentum, Execution execution)
    {
        var gradient = Gradient(exaggeration, execution);
        ForEachBlock(execution, (start, length) =>
        {
            for (var i = start; i < start + length; i++)
            {
                _gains[i] = Turned(_steps[i], gradient[i]) ? Math.Max(_gains[i] * GainFactor, SmallestGain) : _gains[i] + GainStep;
                _steps[i] = (momentum * _steps[i]) - (learningRate * _gains[i] * gradient[i]);
            }

            for (var i = start; i < start + length; i += 2)
            {
                var scale = Math.Min(1, LongestStep / Math.Sqrt((_steps[i] * _steps[i]) + (_steps[i + 1] * _steps[i + 1])));
                (_steps[i], _steps[i + 1]) = (_steps[i] * scale, _steps[i + 1] * scale);
                (Positions[i], Positions[i + 1]) = (Positions[i] + _steps[i], Positions[i + 1] + _steps[i + 1]);
            }
        });
        MapInitialisation.Centre(Positions);
    }

    /// <summary>The divergence that the map has now, in nats.</summary>
    public double Divergence(Execution execution) =>
        Attraction.Divergence(_affinities, Positions, _repulsion.Compute(Positions, _forces, execution), execution);

    // Without a step before it, as at the start of a phase, a gradient of either sign keeps its direction: mirrored maps stay mirrored.
    private static bool Turned(double step, double gradient) => (step > 0 && gradient > 0) || (step < 0 && gradient < 0);

    private void ForEachBlock(Execution execution, Action<int, int> body)
    {
        const int Block = 2 * PointsPerBlock;
        execution.ForEachBlock((Positions.Length + Block - 1) / Block, block => body(block * Block, Math.Min(Block, Positions.Length - (block * Block))));
    }
}
