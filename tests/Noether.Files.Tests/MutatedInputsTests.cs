using Noether.Runs;
using Xunit.Sdk;

namespace Noether.Files.Tests;

/// <summary>The tests of readers would see a reader that hangs, crashes or refuses in another way.</summary>
public static class MutatedInputsTests
{
    private static readonly MutatedInputs Inputs = new([1, 2, 3], new(5)) { Limit = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public static void Readers_that_take_and_refuse_are_counted() =>
        Assert.Equal((3, 2), Inputs.Read(5, (_, i) => ThrowIf(i is 1 or 4, new FormatException()), problem => problem is FormatException));

    [Fact]
    public static void A_reader_that_hangs_is_named_with_its_input()
    {
        using var end = new ManualResetEventSlim();

        var failure = Assert.ThrowsAny<XunitException>(() => Inputs.Read(5, (_, i) => WaitIf(i == 3), _ => true));

        end.Set();
        Assert.Contains($"input 3 of seed {new Seed(5)}: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("not read within 0.2 s", failure.Message, StringComparison.Ordinal);

        void WaitIf(bool hangs)
        {
            if (hangs)
            {
                end.Wait(TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public static void A_reader_that_crashes_is_named_with_its_input() => Assert.Contains(
        "input 2 of seed",
        Assert.ThrowsAny<XunitException>(() => Inputs.Read(5, (_, i) => ThrowIf(i == 2, new InvalidOperationException()), problem => problem is FormatException)).Message,
        StringComparison.Ordinal);

    private static void ThrowIf(bool condition, Exception problem)
    {
        if (condition)
        {
            throw problem;
        }
    }
}
