namespace Noether.Runs;

/// <summary>Measures the wall-clock seconds of the stages of one run, in the order in which they first ran.</summary>
internal sealed class StageClock(TimeProvider time)
{
    private readonly List<StageTime> _times = [];

    /// <summary>The seconds of each stage so far; a stage that ran several times counts once, with their sum.</summary>
    public ImmutableArray<StageTime> Times => [.. _times];

    /// <summary>The seconds of all stages.</summary>
    public double TotalSeconds => _times.Sum(stage => stage.Seconds);

    /// <summary>Runs a stage and adds its time.</summary>
    public T Measure<T>(string stage, Func<T> work)
    {
        var start = time.GetTimestamp();
        var result = work();
        Add(stage, time.GetElapsedTime(start).TotalSeconds);
        return result;
    }

    /// <summary>Adds the stages of work that another clock measured.</summary>
    public void Add(StageClock other) => other._times.ForEach(stage => Add(stage.Stage, stage.Seconds));

    private void Add(string stage, double seconds)
    {
        var known = _times.FindIndex(other => other.Stage == stage);
        if (known < 0)
        {
            _times.Add(new(stage, seconds));
        }
        else
        {
            _times[known] = new(stage, _times[known].Seconds + seconds);
        }
    }
}
