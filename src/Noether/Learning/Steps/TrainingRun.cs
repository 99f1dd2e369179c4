using Noether.Numerics;
using Noether.Runs;

namespace Noether.Learning.Steps;

/// <summary>A training from the first epoch, or from a checkpoint, to the last.</summary>
internal sealed class TrainingRun
{
    // Multiply-adds of a step below which it is over before a second thread could help: some hundred microseconds.
    private const long WorkForOneThread = 10_000_000;

    private readonly TrainingData _data;
    private readonly TrainingOptions _options;
    private readonly EpochOrder _order;
    private readonly TrainingStep _step;
    private readonly List<EpochRecord> _history = [];
    private Network _network;
    private Network? _warm;
    private int _warmEpochs;
    private EpochRecord? _diverged;
    private Action? _save;

    /// <summary>Prepares the first epoch.</summary>
    public TrainingRun(TrainingData data, NetworkOptions network, TrainingOptions options, Seed seed)
    {
        var standardisation = data.Standardisation ?? Standardise(data, options);
        var set = new TrainingSet(data, standardisation);
        _data = data;
        _options = options;
        _network = Network.Untrained(standardisation, [.. set.Targets.Widths], network, seed.For("weights"));
        _order = new(data.Groups, options.Balanced, seed.For("batches"));
        _step = new(set, _network, [.. network.Hidden.Select(layer => layer.Penalty)], Math.Min(options.BatchSize, _order.Length), VectorPaths.Best)
        {
            Resting = new(data.Count, options),
        };
    }

    /// <summary>Goes on from the state that an earlier run kept, if there is one, and keeps the state after every epoch from now on.</summary>
    /// <exception cref="InvalidDataException">The state kept is of another training, or damaged.</exception>
    public TrainingRun Keeping(ITrainingCheckpoints checkpoints, UInt128 key)
    {
        using (var latest = checkpoints.OpenLatest())
        {
            if (latest is not null)
            {
                Restore(TrainingCheckpoint.Read(latest, key, _step));
            }
        }

        _save = () => checkpoints.Replace(stream => new TrainingCheckpoint([.. _history], _network, _warm, _warmEpochs).Write(stream, key, _step));
        return this;
    }

    /// <summary>Trains to the end.</summary>
    public TrainedClassifier Complete(Execution execution)
    {
        var findings = TrainingFindings.OfInputs(_network.Standardisation);
        using var crew = new WorkCrew(_step.Work < WorkForOneThread ? 1 : execution.Threads);
        var healthy = TrainToTarget(crew, execution);
        var warm = _warm ?? _network;
        var (network, accuracy) = (warm, Measure(warm, execution));
        if (healthy && CoolDown(crew, execution) && Measure(_network, execution) is var cooled && cooled.Min() >= accuracy.Min())
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
        while (_warm is null)
        {
            if (!Epoch(_options.LearningRate * _options.Schedule.Factor(_history), crew, execution))
            {
                return false;
            }

            // The running accuracy is that of the weights before each update: a cheap sign that a look at all samples is worth its time.
            if (_history.Count >= last || (Reached(_history[^1].Accuracy) && Reached(Measure(_network, execution))))
            {
                (_warm, _warmEpochs) = (_network, _history.Count);
            }

            _save?.Invoke();
        }

        return true;
    }

    private int CoolDownEpochs => Math.Min((int)Math.Ceiling(_options.CoolDown * _warmEpochs), _options.MaximumEpochs - _warmEpochs);

    // False if the loss left the finite numbers.
    private bool CoolDown(WorkCrew crew, Execution execution)
    {
        var epochs = CoolDownEpochs;
        var rate = _history[_warmEpochs - 1].LearningRate;
        for (var epoch = _history.Count - _warmEpochs + 1; epoch <= epochs; epoch++)
        {
            if (!Epoch(rate * (epochs + 1 - epoch) / (epochs + 1), crew, execution))
            {
                return false;
            }

            _save?.Invoke();
        }

        return true;
    }

    // False if the loss left the finite numbers; the network then stays that of the epoch before.
    private bool Epoch(double learningRate, WorkCrew crew, Execution execution)
    {
        _step.Restart();
        _step.LearningRate = learningRate;
        var turns = _order.Next();
        var order = _step.Resting.Awake(turns);
        for (var first = 0; first < order.Length; first += _options.BatchSize)
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            _step.Run(order.Slice(first, Math.Min(_options.BatchSize, order.Length - first)), crew);
        }

        var (all, resting) = (turns.Length, turns.Length - order.Length);
        var epoch = new EpochRecord(_history.Count + 1, _step.Loss / all, [.. _step.Right.Select(right => (right + resting) / (double)all)], learningRate);
        if (!double.IsFinite(epoch.Loss) || !_step.IsFinite)
        {
            _diverged = epoch;
            return false;
        }

        _history.Add(epoch);
        _network = _step.Snapshot();
        execution.Report("train", Progress(epoch), $"epoch {epoch.Epoch}, accuracy {epoch.Accuracy.Min():0.000}");
        return true;
    }

    private void Restore(TrainingCheckpoint checkpoint)
    {
        _history.AddRange(checkpoint.History);
        (_network, _warm, _warmEpochs) = (checkpoint.Network, checkpoint.Warm, checkpoint.WarmEpochs);
        foreach (var _ in _history)
        {
            _order.Next(); // the same draws again bring the decks to where they were
        }
    }

    private ImmutableArray<double> Measure(Network network, Execution execution)
    {
        var predicted = network.Predict(_data.Points, execution);
        return [.. _data.Heads.Select((head, h) => predicted[h].Zip(head.Classes).Count(pair => pair.First == pair.Second) / (double)_data.Count)];
    }

    private bool Reached(ImmutableArray<double> accuracy) => accuracy.All(share => share >= _options.TargetAccuracy);

    // Before the cool-down the end is not known; then it may come earlier than this share says, never later.
    private double Progress(EpochRecord epoch) =>
        Math.Min(1, epoch.Epoch / (double)(_warm is null ? _options.MaximumEpochs : _warmEpochs + CoolDownEpochs));

    private static Standardisation Standardise(TrainingData data, TrainingOptions options) =>
        options.Standardised ? Standardisation.Of(data.Points, leastScale: 0) : Standardisation.None(data.Points.Columns);
}
