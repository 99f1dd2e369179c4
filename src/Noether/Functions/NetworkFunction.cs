using Noether.Data;
using Noether.Learning;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>The outputs of a network with one head.</summary>
/// <param name="network">The network.</param>
internal sealed class NetworkFunction(Network network) : IFunction
{
    /// <inheritdoc/>
    public int Inputs => network.InputDimension;

    /// <inheritdoc/>
    public int Outputs => network.Heads[0].Outputs;

    /// <inheritdoc/>
    public FunctionJets At(PointCloud places, Execution execution)
    {
        var inputs = places.ToSingle();
        return new(AsDoubles(network.Logits(inputs, execution)[0]), AsDoubles(InputGradient.OfLogits(network, inputs, 0, execution)));
    }

    /// <inheritdoc/>
    public double[] ValuesAt(PointCloud places, Execution execution) => AsDoubles(network.Logits(places.ToSingle(), execution)[0]);

    private static double[] AsDoubles(SingleMatrix matrix)
    {
        var doubles = new double[matrix.Entries.Length];
        System.Numerics.Tensors.TensorPrimitives.ConvertChecked<float, double>(matrix.Entries, doubles);
        return doubles;
    }
}
