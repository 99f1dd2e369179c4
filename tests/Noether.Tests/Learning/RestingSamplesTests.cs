using Noether.Learning;
using Noether.Learning.Steps;
using Noether.Runs;

namespace Noether.Tests.Learning;

public static class RestingSamplesTests
{
    private static readonly int[] Order = [3, 0, 2, 1, 2];

    [Fact]
    public static void A_known_sample_sits_out_its_turns_and_comes_back()
    {
        var resting = new RestingSamples(4, new() { Rest = 2, KnownLoss = 0.1 });
        Assert.Equal(Order, resting.Awake(Order).ToArray());

        resting.See([0, 1], [0.05, 0.1]);

        Assert.Equal([3, 2, 1, 2], resting.Awake(Order).ToArray());
        Assert.Equal([3, 2, 1, 2], resting.Awake(Order).ToArray());
        Assert.Equal(Order, resting.Awake(Order).ToArray());
    }

    [Fact]
    public static void A_sample_that_stands_several_times_in_an_epoch_rests_for_as_many_turns()
    {
        var resting = new RestingSamples(4, new() { Rest = 3, KnownLoss = 0.1 });

        resting.See([2], [0]);

        Assert.Equal([3, 0, 1], resting.Awake(Order).ToArray());
        Assert.Equal([3, 0, 1, 2], resting.Awake(Order).ToArray());
    }

    [Fact]
    public static void What_was_known_in_one_turn_of_an_epoch_rests_from_the_next_epoch_on()
    {
        var resting = new RestingSamples(4, new() { Rest = 2, KnownLoss = 0.1 });
        var order = resting.Awake(Order).ToArray();

        resting.See([2], [0.01]);
        Assert.Equal(Order, order);
        resting.See([2], [3]);

        Assert.Equal([3, 0, 1], resting.Awake(Order).ToArray());
    }

    [Fact]
    public static void Without_rest_every_turn_is_taken_whatever_the_loss()
    {
        var resting = new RestingSamples(4, new());

        resting.See([0, 1, 2, 3], [0, 0, 0, double.NaN]);

        Assert.Equal(Order, resting.Awake(Order).ToArray());
    }

    [Fact]
    public static void A_loss_that_is_no_number_is_not_known()
    {
        var resting = new RestingSamples(4, new() { Rest = 1 });

        resting.See([0], [double.NaN]);

        Assert.Equal(Order, resting.Awake(Order).ToArray());
    }

    [Fact]
    public static void Training_with_rest_shows_fewer_samples_and_learns_as_much()
    {
        var options = new TrainingOptions { MaximumEpochs = 60, CoolDown = 1, TargetAccuracy = 1 };
        var data = TrainingData.Of(LearningSamples.Rings(600, rings: 3, halves: false, new(1)), options);
        var hidden = LearningSamples.Hidden(new(24), new(16));

        var plain = TrainedClassifier.Train(data, hidden, options, new(2), Execution.Default);
        var rested = TrainedClassifier.Train(data, hidden, options with { Rest = 4 }, new(2), Execution.Default);

        Assert.Equal(plain.Epochs, rested.Epochs);
        Assert.InRange(rested.Accuracy[0], plain.Accuracy[0] - 0.02, 1);
        Assert.NotEqual(plain.History[^1].Loss, rested.History[^1].Loss);
        Assert.Equal(
            plain.History.Select(epoch => epoch.Loss),
            TrainedClassifier.Train(data, hidden, options with { Rest = 4, KnownLoss = 0 }, new(2), Execution.Default).History.Select(epoch => epoch.Loss));
    }
}
