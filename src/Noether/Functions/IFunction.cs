using Noether.Data;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>What was learned of the samples, or is known of them: a map from R^n to R^h that can be asked anywhere.</summary>
public interface IFunction
{
    /// <summary>The number of coordinates n.</summary>
    int Inputs { get; }

    /// <summary>The number of outputs h.</summary>
    int Outputs { get; }

    /// <summary>Values and derivatives at some places; the answer has the same bits at any number of threads.</summary>
    /// <param name="places">Where. Shape [m, n].</param>
    /// <param name="execution">Threads and cancellation.</param>
    FunctionJets At(PointCloud places, Execution execution);

    /// <summary>The values alone. Shape [m, h].</summary>
    /// <param name="places">Where. Shape [m, n].</param>
    /// <param name="execution">Threads and cancellation.</param>
    double[] ValuesAt(PointCloud places, Execution execution) => At(places, execution).Values;
}

/// <summary>Values and first derivatives of a function at some places.</summary>
/// <param name="Values">Shape [m, h], row by row.</param>
/// <param name="Jacobians">The derivative of output a by coordinate j at place i stands at (i h + a) n + j. Shape [m, h, n].</param>
public sealed record FunctionJets(double[] Values, double[] Jacobians);

/// <summary>A function that is given by a formula or by a user's network, and is therefore the same in every part.</summary>
/// <param name="inputs">The number of coordinates n.</param>
/// <param name="outputs">The number of outputs h.</param>
/// <param name="evaluate">Takes places, shape [m, n], to values, shape [m, h].</param>
/// <param name="steps">The step of the central differences in each coordinate, above 0. Shape [n].</param>
public sealed class KnownFunction(int inputs, int outputs, Func<PointCloud, double[]> evaluate, ImmutableArray<double> steps) : IFunction
{
    /// <inheritdoc/>
    public int Inputs => inputs;

    /// <inheritdoc/>
    public int Outputs => outputs;

    /// <inheritdoc/>
    public double[] ValuesAt(PointCloud places, Execution execution) => evaluate(places);

    /// <inheritdoc/>
    public FunctionJets At(PointCloud places, Execution execution)
    {
        var jacobians = new double[places.Count * outputs * inputs];
        for (var axis = 0; axis < inputs; axis++)
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            var (ahead, behind) = (evaluate(Moved(places, axis, steps[axis])), evaluate(Moved(places, axis, -steps[axis])));
            for (var i = 0; i < ahead.Length; i++)
            {
                jacobians[(i * inputs) + axis] = (ahead[i] - behind[i]) / (2 * steps[axis]);
            }
        }

        return new(evaluate(places), jacobians);
    }

    private static PointCloud Moved(PointCloud places, int axis, double step)
    {
        var values = places.Values.ToArray();
        for (var i = axis; i < values.Length; i += places.Dimension)
        {
            values[i] += step;
        }

        return new(places.Count, places.Dimension, values);
    }
}
