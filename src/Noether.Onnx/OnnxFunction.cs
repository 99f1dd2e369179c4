using Noether.Data;
using Noether.Files;
using Noether.Functions;
using Noether.Runs;

namespace Noether.Onnx;

/// <summary>A user's own network as a function: its output, or any layer, at any place.</summary>
public sealed class OnnxFunction : IFunction, IDisposable
{
    // Differences by a step of the places' spread: above rounding, below curvature, in the precision of the model.
    private const double SingleStep = 1e-2;
    private const double DoubleStep = 1e-5;

    private readonly OpenModel _model;

    private OnnxFunction(OpenModel model)
    {
        _model = model;
        Outputs = model.Guarded(() => model.Run.Exact(new(1, model.Coordinates, new double[model.Coordinates]), Execution.Default)).Length;
    }

    /// <summary>Hash of the model file in lower-case hexadecimal.</summary>
    public string Sha256 => _model.Sha256;

    /// <summary>The name of the output or layer.</summary>
    public string Layer => _model.Layer;

    /// <inheritdoc/>
    public int Inputs => _model.Coordinates;

    /// <inheritdoc/>
    public int Outputs { get; }

    /// <summary>Opens a model.</summary>
    /// <param name="path">An .onnx file with one input; weights in files of their own are looked for beside it.</param>
    /// <param name="layer">The name of a node's output or of a node; null for the model's only output.</param>
    /// <exception cref="DataFileException">The file is no ONNX model, has no such layer, or does not say how many numbers make up a sample.</exception>
    public static OnnxFunction Open(string path, string? layer) => new(OpenModel.Open(path, layer, isOutputMeant: true, coordinates: null));

    /// <inheritdoc/>
    public double[] ValuesAt(PointCloud places, Execution execution) => _model.Guarded(() => _model.Run.Exact(places, execution));

    /// <inheritdoc/>
    public FunctionJets At(PointCloud places, Execution execution)
    {
        var step = _model.Run.IsDouble ? DoubleStep : SingleStep;
        var mean = places.Mean();
        var steps = mean.Select((centre, j) => step * Math.Sqrt(Enumerable.Range(0, places.Count).Sum(i => (places[i, j] - centre) * (places[i, j] - centre)) / Math.Max(1, places.Count)));
        return new KnownFunction(Inputs, Outputs, cloud => ValuesAt(cloud, execution), [.. steps.Select(size => size > 0 ? size : step)]).At(places, execution);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();
}
