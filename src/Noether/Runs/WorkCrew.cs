using System.Runtime.ExceptionServices;

namespace Noether.Runs;

/// <summary>Threads that stay together for many short rounds of work: a round allocates nothing and waits for no thread that has nothing to do.</summary>
/// <remarks>For training, whose rounds last a fraction of a millisecond; everything longer uses <see cref="Execution.ForEachBlock(int, Action{int})"/>. As there, the cut into items must not depend on the threads.</remarks>
internal sealed class WorkCrew : IDisposable
{
    // How often a helper looks for the next round before it goes to sleep: some tens of microseconds, about as long as one thread works alone between two rounds.
    private const int Looks = 200;
    private const int PauseBetweenLooks = 20;

    private const int NoItem = int.MaxValue;

    private readonly object _door = new();
    private readonly Thread[] _helpers;
    private Action<int> _body = _ => { };
    private Exception? _failure;
    private int _count;
    private int _finished;
    private int _sleeping;
    private bool _closed;

    // The round in the upper half, its next item in the lower: a compare-and-swap then claims an item of that round or fails.
    private long _next = NoItem;

    /// <summary>A crew of the calling thread and <paramref name="threads"/> - 1 helpers.</summary>
    public WorkCrew(int threads)
    {
        _helpers = new Thread[threads - 1];
        for (var i = 0; i < _helpers.Length; i++)
        {
            _helpers[i] = new(Help) { IsBackground = true, Name = "noether" };
            _helpers[i].Start();
        }
    }

    /// <summary>Calls <paramref name="body"/> once for every item 0 .. <paramref name="count"/> - 1, shared among the threads, and returns when all are done.</summary>
    public void Run(int count, Action<int> body)
    {
        if (_helpers.Length == 0 || count <= 1)
        {
            for (var item = 0; item < count; item++)
            {
                body(item);
            }

            return;
        }

        Publish(count, body);
        Work();
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _finished) < count)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
        }

        if (Interlocked.Exchange(ref _failure, null) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Sends the helpers home and waits until they are gone.</summary>
    public void Dispose()
    {
        lock (_door)
        {
            _closed = true;
            Monitor.PulseAll(_door);
        }

        foreach (var helper in _helpers)
        {
            helper.Join();
        }
    }

    private void Publish(int count, Action<int> body)
    {
        // The old round is closed first, so that a late helper cannot claim one of its items with the new count.
        var round = (Volatile.Read(ref _next) & ~(long)uint.MaxValue) + (1L << 32);
        Interlocked.Exchange(ref _next, round + NoItem);
        _finished = 0;
        _count = count;
        _body = body;
        Interlocked.Exchange(ref _next, round);
        if (Volatile.Read(ref _sleeping) > 0)
        {
            lock (_door)
            {
                Monitor.PulseAll(_door);
            }
        }
    }

    private void Work()
    {
        while (true)
        {
            var next = Volatile.Read(ref _next);
            var (item, body) = ((int)next, _body);
            if (item >= Volatile.Read(ref _count))
            {
                return;
            }

            if (Interlocked.CompareExchange(ref _next, next + 1, next) == next)
            {
                Do(body, item);
            }
        }
    }

    private void Do(Action<int> body, int item)
    {
        try
        {
            body(item);
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
        }
        finally
        {
            Interlocked.Increment(ref _finished);
        }
    }

    private bool HasWork() => (int)Volatile.Read(ref _next) < Volatile.Read(ref _count);

    private void Help()
    {
        while (!Volatile.Read(ref _closed))
        {
            for (var look = 0; look < Looks && !HasWork(); look++)
            {
                Thread.SpinWait(PauseBetweenLooks);
            }

            Work();
            Sleep();
        }
    }

    private void Sleep()
    {
        lock (_door)
        {
            // Counted as asleep before the last look: either this thread sees a new round, or the round's owner sees a sleeper.
            Interlocked.Increment(ref _sleeping);
            if (!HasWork() && !_closed)
            {
                Monitor.Wait(_door);
            }

            Interlocked.Decrement(ref _sleeping);
        }
    }
}
