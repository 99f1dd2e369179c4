using Noether.Runs;

namespace Noether.Cli;

/// <summary>Progress on standard error: one line that moves on a terminal, one line per stage elsewhere.</summary>
internal sealed class ProgressLine(TextWriter writer, bool moves) : IProgress<StageProgress>, IDisposable
{
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly HashSet<string> _stages = new(StringComparer.Ordinal);
    private long _last;
    private int _width;

    public void Report(StageProgress value)
    {
        lock (_lock)
        {
            if (moves)
            {
                Move(value);
            }
            else if (_stages.Add(value.Stage))
            {
                writer.WriteLine($"{Seconds,6:0.0} s  {value.Stage}{Detail(value)}");
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
        var line = $"{Seconds,6:0.0} s  {value.Stage} {value.Fraction:0 %}{Detail(value)}";
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

    private static string Detail(StageProgress value) => value.Detail.Length == 0 ? "" : $", {value.Detail}";
}
