using Noether.Runs;

namespace Noether.Files.Tests;

/// <summary>Many mutated copies of one input, given to a reader one after the other.</summary>
/// <param name="whole">The input.</param>
/// <param name="seed">What the mutations come from; that of the input number i is seed.For(i).</param>
internal sealed class MutatedInputs(byte[] whole, Seed seed)
{
    /// <summary>A reader takes milliseconds for an input of these sizes: whoever takes longer than this, on however busy a machine, will not end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How long a reader may take for one input.</summary>
    public TimeSpan Limit { get; init; } = Patience;

    /// <summary>Gives them to a reader, which must take or refuse each in time; anything else fails with what is needed to give it the same input again.</summary>
    /// <param name="count">How many.</param>
    /// <param name="read">Reads one, with its number.</param>
    /// <param name="isRefusal">Whether an exception is a refusal as it has to be.</param>
    /// <returns>How many were taken, and how many refused.</returns>
    public (int Taken, int Refused) Read(int count, Action<byte[], int> read, Func<Exception, bool> isRefusal)
    {
        var refused = 0;
        for (var i = 0; i < count; i++)
        {
            var bytes = Mutation.Of(whole, seed.For(i));
            if (Attempt(bytes, i, read) is { } problem)
            {
                Assert.True(isRefusal(problem), $"{Label(bytes, i)}: {problem}");
                refused++;
            }
        }

        return (count - refused, refused);
    }

    // A reader that hangs is left behind on its thread, which does not keep the process alive.
    private Exception? Attempt(byte[] bytes, int i, Action<byte[], int> read)
    {
        Exception? problem = null;
        var reader = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    read(bytes, i);
                }
                catch (Exception exception)
                {
                    problem = exception;
                }
            },
            CancellationToken.None,
            TaskCreationOptions.None,
            TaskScheduler.Default);
        Assert.True(reader.Wait(Limit), $"{Label(bytes, i)}: not read within {Limit.TotalSeconds} s");
        return problem;
    }

    private string Label(byte[] bytes, int i) => $"input {i} of seed {seed}: {Convert.ToHexString(bytes)}";
}
