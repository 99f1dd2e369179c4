using Noether.Runs;

namespace Noether.Cli;

/// <summary>Progress on standard error: one line that moves on a terminal, one line per stage elsewhere.</summary>
internal sealed class ProgressLine(TextWriter writer, bool moves) : IProgress<StageProgress>, IDisposable
{
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMilliseconds(100);

    // In a file a line a minute shows that a long stage is alive.
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    // Before this, and below this share, an estimate of what is left would jump about.
    private static readonly TimeSpan UntilEstimate = TimeSpan.FromSeconds(5);
    private const double ShareUntilEstimate = 0.01;

    private readonly Lock _lock = new();
    private readonly long _start = TimeProvider.System.GetTimestamp();

    // A resumed stage starts at the share that it had reached, which took no time in this run.
    private readonly Dictionary<string, (long Start, double Fraction)> _stages = new(StringComparer.Ordinal);

    private long _last;
    private int _width;

    public void Report(StageProgress value)
    {
        lock (_lock)
        {
            var isNew = _stages.TryAdd(value.Stage, (TimeProvider.System.GetTimestamp(), value.Fraction));
            if (moves)
            {
                Move(value);
            }
            else if (isNew || TimeProvider.System.GetElapsedTime(_last) >= BetweenLines)
            {
                _last = TimeProvider.System.GetTimestamp();
                writer.WriteLine($"{Seconds,6:0.0} s  {value.Stage}{(isNew ? "" : $" {value.Fraction:0 %}")}{Detail(value)}{Left(value)}");
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            Erase();
        }
    }

    private void Move(StageProgress value)
    {
        if (_width > 0 && TimeProvider.System.GetElapsedTime(_last) < BetweenUpdates)
        {
            return;
        }

        _last = TimeProvider.System.GetTimestamp();
        var line = $"{Seconds,6:0.0} s  {value.Stage} {value.Fraction:0 %}{Detail(value)}{Left(value)}";
        writer.Write($"\r{line.PadRight(_width)}");
        _width = line.Length;
    }

    private void Erase()
    {
        if (_width > 0)
        {
            writer.Write($"\r{new string(' ', _width)}\r");
            _width = 0;
        }
    }

    private double Seconds => TimeProvider.System.GetElapsedTime(_start).TotalSeconds;

    private string Left(StageProgress value)
    {
        var (start, reached) = _stages[value.Stage];
        var (passed, done) = (TimeProvider.System.GetElapsedTime(start), value.Fraction - reached);
        if (passed < UntilEstimate || done < ShareUntilEstimate || value.Fraction >= 1)
        {
            return "";
        }

        var left = passed * ((1 - value.Fraction) / done);
        return left.TotalMinutes < 2 ? $", about {left.TotalSeconds:0} s left" : $", about {left.TotalMinutes:0} min left";
    }

    private static string Detail(StageProgress value) => value.Detail.Length == 0 ? "" : $", {value.Detail}";
}
