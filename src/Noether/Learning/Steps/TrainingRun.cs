using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Learning.Steps;

/// <summary>A training from the first epoch to the last.</summary>
internal sealed class TrainingRun
{
    // Multiply-adds of a step below which it is over before a second thread could help: some hundred microseconds.
    private const long WorkForOneThread = 10_000_000;

    private readonly LabelledPoints _data;
    private readonly TrainingOptions _options;
    private readonly EpochOrder _order;
    private readonly TrainingStep _step;
    private readonly List<EpochRecord> _history = [];
    private Network _network;
    private EpochRecord? _diverged;

    /// <summary>Prepares the first epoch.</summary>
    public TrainingRun(LabelledPoints data, NetworkOptions network, TrainingOptions options, Seed seed)
    {
        if (data.Count == 0)
        {
            throw new ArgumentException("Training needs samples; there are none.", nameof(data));
        }

        var standardisation = options.Standardised ? Standardisation.Of(data.Points) : Standardisation.None(data.Points.Dimension);
        var set = new TrainingSet(data, standardisation);
        _data = data;
        _options = options;
        _network = Network.Untrained(standardisation, [.. set.ClassCounts], network, seed.For("weights"));
        _order = new(data.Cells, options.Balanced, seed.For("batches"));
        _step = new(set, _network, [.. network.Hidden.Select(layer => layer.Penalty)], Math.Min(options.BatchSize, _order.Length), VectorPaths.Best);
    }

    /// <summary>Trains to the end.</summary>
    public TrainedClassifier Complete(Execution execution)
    {
        var findings = TrainingFindings.OfInputs(_data.Points, _network.Standardisation);
        using var crew = new WorkCrew(_step.Work < WorkForOneThread ? 1 : execution.Threads);
        var healthy = TrainToTarget(crew, execution);
        var (network, accuracy) = (_network, Measure(execution));
        if (healthy && CoolDown(crew, execution) && Measure(execution) is var cooled && cooled.Min() >= accuracy.Min())
        {
            (network, accuracy) = (_network, cooled);
        }

        if (_diverged is { } epoch)
        {
            findings = findings.Add(TrainingFindings.Diverged(epoch));
        }

        return new()
        {
            Network = network,
            Accuracy = accuracy,
            ReachedTarget = Reached(accuracy),
            History = [.. _history],
            Findings = Reached(accuracy) ? findings : findings.Add(TrainingFindings.MissedTarget(accuracy, _options, _history.Count)),
        };
    }

    // False if the loss left the finite numbers.
    private bool TrainToTarget(WorkCrew crew, Execution execution)
    {
        var last = Math.Max(1, (int)(_options.MaximumEpochs / (1 + _options.CoolDown)));
        while (_history.Count < last)
        {
            if (!Epoch(_options.LearningRate * _options.Schedule.Factor(_history), crew, execution))
            {
                return false;
            }

            // The running accuracy is that of the weights before each update: a cheap sign that a look at all samples is worth its time.
            if (Reached(_history[^1].Accuracy) && Reached(Measure(execution)))
            {
                break;
            }
        }

        return true;
    }

    // False if the loss left the finite numbers.
    private bool CoolDown(WorkCrew crew, Execution execution)
    {
        var epochs = Math.Min((int)Math.Ceiling(_options.CoolDown * _history.Count), _options.MaximumEpochs - _history.Count);
        var rate = _history[^1].LearningRate;
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            if (!Epoch(rate * (epochs + 1 - epoch) / (epochs + 1), crew, execution))
            {
                return false;
            }
        }

        return true;
    }

    // False if the loss left the finite numbers; the network then stays that of the epoch before.
    private bool Epoch(double learningRate, WorkCrew crew, Execution execution)
    {
        _step.Restart();
        _step.LearningRate = learningRate;
        var order = _order.Next();
        for (var first = 0; first < order.Length; first += _options.BatchSize)
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            _step.Run(order.Slice(first, Math.Min(_options.BatchSize, order.Length - first)), crew);
        }

        var shown = (double)order.Length;
        var epoch = new EpochRecord(_history.Count + 1, _step.Loss / shown, [.. _step.Right.Select(right => right / shown)], learningRate);
        if (!double.IsFinite(epoch.Loss) || !_step.IsFinite)
        {
            _diverged = epoch;
            return false;
        }

        _history.Add(epoch);
        _network = _step.Snapshot(_network);
        execution.Report("train", Progress(epoch), $"epoch {epoch.Epoch}, accuracy {epoch.Accuracy.Min():0.000}");
        return true;
    }

    private ImmutableArray<double> Measure(Execution execution)
    {
        var predicted = _network.Predict(_data.Points.ToSingle(), execution);
        return [.. _data.Heads.Select((head, h) => predicted[h].Zip(head.Classes).Count(pair => pair.First == pair.Second) / (double)_data.Count)];
    }

    private bool Reached(ImmutableArray<double> accuracy) => accuracy.All(share => share >= _options.TargetAccuracy);

    // The end is not known: the share of the way to the wanted accuracy or of the epochs, whichever is further.
    private double Progress(EpochRecord epoch) =>
        Math.Min(1, Math.Max(epoch.Epoch / (double)_options.MaximumEpochs, _options.TargetAccuracy > 0 ? epoch.Accuracy.Min() / _options.TargetAccuracy : 1));
}
