using Noether.Data;
using Noether.Learning;

namespace Noether.Tests.Learning;

/// <summary>A network in double precision, written as plainly as it goes: what the kernels are held against.</summary>
internal sealed class ReferenceNetwork
{
    private readonly Network _network;

    public ReferenceNetwork(Network network)
    {
        _network = network;
        Layers = [.. network.Hidden.Concat(network.Heads).Select(layer => new Layer(layer))];
    }

    /// <summary>Hidden layers, then heads.</summary>
    public Layer[] Layers { get; }

    public double[] Embed(double[] point)
    {
        var values = point.Select((x, j) => (x - _network.Standardisation.Mean[j]) / _network.Standardisation.Scale[j]).ToArray();
        return Layers.Take(_network.Hidden.Length).Aggregate(values, (inputs, layer) => layer.Apply(inputs));
    }

    public double[] Logits(double[] point, int head) => Layers[_network.Hidden.Length + head].Apply(Embed(point));

    public double LogProbability(double[] point, int head, int classNumber)
    {
        var logits = Logits(point, head);
        return logits[classNumber] - Math.Log(logits.Sum(Math.Exp));
    }

    /// <summary>The mean over the samples of the cross-entropies summed over the heads.</summary>
    public double Loss(LabelledPoints data) => Enumerable.Range(0, data.Count).Average(i =>
        data.Heads.Select((head, h) => -LogProbability(data.Points.Row(i).ToArray(), h, head.Classes[i])).Sum());

    internal sealed class Layer
    {
        private readonly Activation _activation;

        public Layer(DenseLayer layer)
        {
            Kernel = new double[layer.Inputs, layer.Outputs];
            for (var i = 0; i < layer.Inputs; i++)
            {
                for (var j = 0; j < layer.Outputs; j++)
                {
                    Kernel[i, j] = layer.Kernel[i, j];
                }
            }

            Bias = [.. layer.Bias.Select(value => (double)value)];
            _activation = layer.Activation;
        }

        public double[,] Kernel { get; }

        public double[] Bias { get; }

        public double[] Apply(double[] inputs)
        {
            var outputs = (double[])Bias.Clone();
            for (var j = 0; j < outputs.Length; j++)
            {
                for (var i = 0; i < inputs.Length; i++)
                {
                    outputs[j] += inputs[i] * Kernel[i, j];
                }

                outputs[j] = _activation switch
                {
                    Activation.Rectified => Math.Max(0, outputs[j]),
                    Activation.Softplus => Math.Log(1 + Math.Exp(outputs[j])),
                    _ => outputs[j],
                };
            }

            return outputs;
        }
    }
}
