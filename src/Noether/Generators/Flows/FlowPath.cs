using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Generators.Flows;

/// <summary>The flow that carries one point nearest to another, Eq. (G22); a workspace that is used again for every pair.</summary>
/// <param name="field">The flows.</param>
internal sealed class FlowPath(FlowField field)
{
    private const int Steps = 3;

    // Keeps times small where some mixture leaves the point alone; next to the squared velocities of points of radius 1.
    private const double Ridge = 1e-4;

    private readonly int _count = field.Count;
    private readonly int _dimension = field.Dimension;
    private readonly double[] _times = new double[field.Count];
    private readonly double[] _linear = new double[field.Dimension * field.Dimension];
    private readonly double[] _translation = new double[field.Dimension];
    private readonly double[] _start = new double[field.Dimension];
    private readonly double[] _end = new double[field.Dimension];
    private readonly double[] _middle = new double[field.Dimension];
    private readonly double[] _gap = new double[field.Dimension];
    private readonly double[] _velocities = new double[field.Count * field.Dimension];
    private readonly double[] _gram = new double[field.Count * field.Count];
    private readonly double[] _right = new double[field.Count];

    /// <summary>The time under each generator. Shape [count].</summary>
    public ReadOnlySpan<double> Times => _times;

    /// <summary>Half-way along the flow. Shape [D].</summary>
    public ReadOnlySpan<double> Middle => _middle;

    /// <summary>From where the first point arrives to where the second one comes back to, both half-way. Shape [D].</summary>
    public ReadOnlySpan<double> Gap => _gap;

    /// <summary>The velocity of <see cref="Middle"/> under a generator. Shape [D].</summary>
    public ReadOnlySpan<double> Velocity(int generator) => _velocities.AsSpan(generator * _dimension, _dimension);

    /// <summary>Finds the flow from one point to another, by least squares in its times.</summary>
    public void Fit(ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        Array.Clear(_times);
        Meet(from, to);
        for (var step = 0; step < Steps; step++)
        {
            Improve();
            Meet(from, to);
        }
    }

    /// <summary>Takes up a flow of known times again.</summary>
    public void Take(ReadOnlySpan<double> from, ReadOnlySpan<double> to, ReadOnlySpan<double> times)
    {
        times.CopyTo(_times);
        Meet(from, to);
    }

    /// <summary>Where the second point would lie if orbits were flat: the first, its velocity and what the flow misses, carried back. Shape [D].</summary>
    public void Straighten(ReadOnlySpan<double> from, Span<double> into)
    {
        // Going back the whole way from the end and adding the velocity keeps the miss as it is at the first point.
        FlowField.Apply(_linear, _translation, from, into);
        _end.CopyTo(_start, 0);
        FlowField.Carry(_linear, _translation, -0.5, _start);
        TensorPrimitives.Add(into, _start, into);
    }

    private void Meet(ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        field.Mix(_times, _linear, _translation);
        from.CopyTo(_start);
        to.CopyTo(_end);
        FlowField.Carry(_linear, _translation, 0.5, _start);
        FlowField.Carry(_linear, _translation, -0.5, _end);
        TensorPrimitives.Add(_start, _end, _middle);
        TensorPrimitives.Multiply(_middle, 0.5, _middle);
        TensorPrimitives.Subtract(_end, _start, _gap);
        for (var a = 0; a < _count; a++)
        {
            field.Velocity(a, _middle, _velocities.AsSpan(a * _dimension, _dimension));
        }
    }

    private void Improve()
    {
        for (var a = 0; a < _count; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                _gram[(a * _count) + b] = TensorPrimitives.Dot(Velocity(a), Velocity(b)) + (a == b ? Ridge : 0);
            }

            _right[a] = TensorPrimitives.Dot(Velocity(a), Gap) - (Ridge * _times[a]);
        }

        if (Cholesky.Solve(_gram, _right))
        {
            TensorPrimitives.Add(_times, _right, _times);
        }
    }
}
