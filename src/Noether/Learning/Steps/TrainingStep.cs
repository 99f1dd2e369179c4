using System.Runtime.InteropServices;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Learning.Steps;

/// <summary>Everything that training changes, and one step of it: a batch forth and back, then Adam.</summary>
internal sealed class TrainingStep
{
    private readonly VectorPath _path;
    private readonly TrainingSet _data;
    private readonly Standardisation _standardisation;
    private readonly LayerPanels[] _layers;
    private readonly LayerUpdate[] _updates;
    private readonly (int Layer, int Part)[] _parts;
    private readonly RowBlock[] _blocks;
    private readonly BlockLoss[] _losses;
    private readonly float[][] _inputs;
    private readonly int[] _batch;
    private readonly double[] _sampleLosses;
    private readonly int _rows;
    private readonly Action<int> _pass;
    private readonly Action<int> _update;
    private AdamKernel _adam;
    private int _count;
    private int _used;
    private int _step;

    /// <summary>Starts from the weights of a network.</summary>
    public TrainingStep(TrainingSet data, Network network, ImmutableArray<double> penalties, int batchSize, VectorPath path)
    {
        _path = path;
        _data = data;
        _standardisation = network.Standardisation;
        _layers = LayerPanels.Of(network);
        _updates = [.. _layers.Select((layer, depth) => new LayerUpdate(layer, depth, depth < penalties.Length ? penalties[depth] : 0))];
        _parts = [.. _updates.SelectMany((update, layer) => Enumerable.Range(0, update.Parts).Select(part => (layer, part)))];
        _rows = RowsPerBlock(batchSize);
        _blocks = [.. Enumerable.Range(0, Blocks(batchSize)).Select(_ => new RowBlock(Math.Min(batchSize, _rows), _layers))];
        _losses = [.. _blocks.Select(_ => new BlockLoss(data.Targets.Widths))];
        _inputs = [.. _blocks.Select(_ => new float[data.Dimension])];
        _batch = new int[batchSize];
        _sampleLosses = new double[batchSize];
        _pass = Pass;
        _update = Update;
    }

    /// <summary>Which samples sit out; every step says which it found to be known.</summary>
    public RestingSamples Resting { get; init; } = RestingSamples.None;

    /// <summary>The learning rate of the coming steps.</summary>
    public double LearningRate { get; set; }

    /// <summary>The summed losses of the samples since <see cref="Restart"/>, in nats.</summary>
    public double Loss { get; private set; }

    /// <summary>The samples classified right since <see cref="Restart"/>, per head, each seen before its update.</summary>
    public int[] Right => field ??= new int[_data.Targets.Widths.Length];

    /// <summary>The layers' gradients of the last step.</summary>
    public IReadOnlyList<LayerUpdate> Updates => _updates;

    /// <summary>Multiply-adds of a full batch, about: each weight meets each sample on the way forth, on the way back, and in its gradient.</summary>
    public long Work => 3L * _batch.Length * _layers.Sum(layer => (long)layer.Inputs * layer.Outputs);

    /// <summary>Whether all weights are finite.</summary>
    public bool IsFinite => _layers.All(layer => layer.IsFinite);

    /// <summary>Sets the sums to zero.</summary>
    public void Restart()
    {
        Loss = 0;
        Right.AsSpan().Clear();
    }

    /// <summary>One step on some samples, at most a batch of them. Allocates nothing; the same bits with any crew.</summary>
    public void Run(ReadOnlySpan<int> samples, WorkCrew crew)
    {
        samples.CopyTo(_batch);
        _count = samples.Length;
        _used = Blocks(samples.Length);
        _step++;
        _adam = AdamKernel.At(_step, LearningRate);
        crew.Run(_used, _pass);
        crew.Run(_parts.Length, _update);
        for (var block = 0; block < _used; block++)
        {
            Loss += _losses[block].Sum;
            for (var head = 0; head < Right.Length; head++)
            {
                Right[head] += _losses[block].Right[head];
            }
        }

        Resting.See(samples, _sampleLosses);
    }

    /// <summary>The network with the weights as they are now.</summary>
    public Network Snapshot() => new(
        _standardisation,
        [.. _layers[..^1].SelectMany(layer => layer.ToLayers(layer.Outputs))],
        _layers[^1].ToLayers(_data.Targets.Widths));

    /// <summary>Writes everything that the next step depends on, besides samples and learning rate.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(_step);
        foreach (var numbers in _updates.SelectMany(update => update.State))
        {
            writer.Write(MemoryMarshal.AsBytes(numbers.Span));
        }

        Resting.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">There is too little of it.</exception>
    public void Restore(BinaryReader reader)
    {
        _step = reader.ReadInt32();
        foreach (var numbers in _updates.SelectMany(update => update.State))
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.Span));
        }

        Resting.Restore(reader);
        foreach (var layer in _layers)
        {
            layer.RefreshTransposed();
        }
    }

    /// <summary>Half a batch, so that two threads have work, but within what a block is good for; by the batch alone, so that the bits are the same with any crew.</summary>
    private static int RowsPerBlock(int batchSize) => Math.Clamp((batchSize + 1) / 2, RowBlock.MaximumRows / 2, RowBlock.MaximumRows);

    private int Blocks(int samples) => (samples + _rows - 1) / _rows;

    private void Pass(int number)
    {
        var first = number * _rows;
        var samples = _batch.AsSpan(first, Math.Min(_rows, _count - first));
        var block = _blocks[number];
        block.Count = samples.Length;
        for (var i = 0; i < samples.Length; i++)
        {
            _data.CopyInput(samples[i], _inputs[number]);
            block.Values[0].SetRow(i, _inputs[number]);
        }

        Propagation.Forward(_path, _layers, block, _layers.Length);
        _losses[number].Measure(_data, samples, block, 1f / _count, _sampleLosses.AsSpan(first, samples.Length));
        Propagation.Backward(_path, _layers, block, last: 1);
    }

    private void Update(int number)
    {
        var (layer, part) = _parts[number];
        _updates[layer].Accumulate(_path, _blocks.AsSpan(0, _used), part);
        _updates[layer].Move(_path, _adam, part);
    }
}
