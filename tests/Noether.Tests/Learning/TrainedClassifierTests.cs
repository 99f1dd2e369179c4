using Noether.Data;
using Noether.Learning;
using Noether.Runs;
using Noether.Tests.Runs;

namespace Noether.Tests.Learning;

public static class TrainedClassifierTests
{
    private static readonly NetworkOptions Small = LearningSamples.Hidden(new(32), new(32));

    [Fact]
    public static void Rings_are_learned_to_the_wanted_accuracy_and_shuffled_labels_are_not()
    {
        var data = LearningSamples.Rings(800, rings: 3, halves: true, new(1));
        var training = new TrainingOptions { MaximumEpochs = 60 };

        var learned = TrainedClassifier.Train(data, Small, training, new(2), Execution.Default);
        var control = TrainedClassifier.Train(data.WithShuffledLabels(new(3)), Small, training, new(2), Execution.Default);

        Assert.True(learned.ReachedTarget);
        Assert.All(learned.Accuracy, accuracy => Assert.InRange(accuracy, training.TargetAccuracy, 1));
        Assert.Empty(learned.Findings);
        Assert.False(control.ReachedTarget);
        Assert.Equal(training.MaximumEpochs, control.Epochs);
        Assert.Equal("TRN001", Assert.Single(control.Findings).Id);
    }

    [Fact]
    public static void Rings_are_learned_by_smooth_layers_too_and_shuffled_labels_are_not()
    {
        var data = LearningSamples.Rings(800, rings: 3, halves: false, new(1));
        var smooth = LearningSamples.Hidden(new(32, Activation.Softplus), new(32, Activation.Softplus));
        var training = new TrainingOptions { MaximumEpochs = 200, BatchSize = 32, TargetAccuracy = 0.99 };

        var learned = TrainedClassifier.Train(data, smooth, training, new(2), Execution.Default);
        var control = TrainedClassifier.Train(data.WithShuffledLabels(new(3)), smooth, training, new(2), Execution.Default);

        var unseen = LearningSamples.Rings(800, rings: 3, halves: false, new(4));
        Assert.InRange(learned.Accuracy[0], 0.97, 1);
        Assert.InRange(learned.CorrectlyClassified(unseen, Execution.Default).Length / 800.0, 0.95, 1);
        Assert.InRange(control.Accuracy[0], 0, 0.6); // classes are shown equally often: a third by chance
    }

    [Fact]
    public static void Any_number_of_threads_gives_the_same_bits_and_another_seed_gives_others()
    {
        var data = LearningSamples.Rings(900, rings: 3, halves: true, new(1));
        var training = new TrainingOptions { MaximumEpochs = 3, BatchSize = 300 };

        var weights = ((int, ulong)[])[(1, 2), (2, 2), (5, 2), (1, 3)];
        var runs = weights.Select(run => Weights(TrainedClassifier.Train(data, Small, training, new(run.Item2), new() { Threads = run.Item1 }))).ToArray();

        Assert.Equal(runs[0], runs[1]);
        Assert.Equal(runs[0], runs[2]);
        Assert.NotEqual(runs[0], runs[3]);
    }

    [Fact]
    public static void Reported_accuracy_and_correct_samples_are_those_of_the_final_network()
    {
        var data = LearningSamples.Rings(500, rings: 3, halves: true, new(1));
        var trained = TrainedClassifier.Train(data, Small, new() { MaximumEpochs = 4 }, new(2), Execution.Default);

        var predicted = trained.Network.Predict(data.Points.ToSingle(), Execution.Default);
        var right = Enumerable.Range(0, 2).Select(h => Enumerable.Range(0, 500).Where(i => predicted[h][i] == data.Heads[h].Classes[i]).ToArray()).ToArray();

        Assert.Equal(right.Select(samples => samples.Length / 500.0), trained.Accuracy);
        Assert.Equal(right[0].Intersect(right[1]), trained.CorrectlyClassified(data, Execution.Default));
        Assert.InRange(trained.Accuracy[0], 0.4, 0.99);
    }

    [Fact]
    public static void A_wanted_accuracy_of_zero_stops_after_one_epoch_and_its_cool_down()
    {
        var data = LearningSamples.Random(100, 2, [2], new(1));

        var trained = TrainedClassifier.Train(data, Small, new() { TargetAccuracy = 0, CoolDown = 2 }, new(2), Execution.Default);

        Assert.True(trained.ReachedTarget);
        Assert.Equal(3, trained.Epochs);
        Assert.Equal([3.0, 2.0, 1.0], trained.History.Select(epoch => Math.Round(3 * epoch.LearningRate / trained.History[0].LearningRate, 9)));
    }

    [Fact]
    public static void The_epochs_of_the_cool_down_count_among_the_maximum()
    {
        var data = LearningSamples.Random(100, 2, [2], new(1));

        var trained = TrainedClassifier.Train(data, Small, new() { TargetAccuracy = 1, MaximumEpochs = 10 }, new(2), Execution.Default);

        Assert.Equal(10, trained.Epochs);
        Assert.Equal(8, trained.History.Count(epoch => epoch.LearningRate == trained.History[0].LearningRate));
    }

    [Fact]
    public static void A_penalty_makes_the_kernel_smaller()
    {
        var data = LearningSamples.Rings(300, rings: 2, halves: false, new(1));
        var training = new TrainingOptions { MaximumEpochs = 40, LearningRate = 0.01, TargetAccuracy = 1 };

        var free = TrainedClassifier.Train(data, LearningSamples.Hidden(new LayerOptions(32)), training, new(2), Execution.Default);
        var held = TrainedClassifier.Train(data, LearningSamples.Hidden(new LayerOptions(32, Penalty: 0.1)), training, new(2), Execution.Default);

        Assert.True(Squares(held.Network.Hidden[0]) < 0.5 * Squares(free.Network.Hidden[0]));
    }

    [Fact]
    public static void Cancelling_stops_between_two_batches()
    {
        using var source = new CancellationTokenSource();
        var epochs = 0;
        var progress = new ProgressListener(_ =>
        {
            if (++epochs == 2)
            {
                source.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(() =>
            TrainedClassifier.Train(LearningSamples.Random(100, 2, [2], new(1)), Small, new() { TargetAccuracy = 1 }, new(2), new() { Cancellation = source.Token, Progress = progress }));

        Assert.Equal(2, epochs);
    }

    [Fact]
    public static void A_learning_rate_that_diverges_is_a_finding_and_leaves_finite_weights()
    {
        var data = LearningSamples.Random(200, 2, [3], new(1));

        var trained = TrainedClassifier.Train(data, Small, new() { LearningRate = 1e30 }, new(2), Execution.Default);

        Assert.Contains(trained.Findings, finding => finding.Id == "TRN003");
        Assert.All(Weights(trained), weight => Assert.True(float.IsFinite(weight)));
    }

    [Fact]
    public static void Inputs_far_from_zero_are_a_finding_and_inputs_near_it_are_none()
    {
        var near = LearningSamples.Random(50, 1, [2], new(1));
        var far = new LabelledPoints(new(50, 1, [.. Enumerable.Range(0, 50).Select(i => 1e6 + near.Points[i, 0])]), near.Heads);
        var training = new TrainingOptions { TargetAccuracy = 0 };

        Assert.Contains(TrainedClassifier.Train(far, Small, training, new(2), Execution.Default).Findings, finding => finding.Id == "TRN002");
        Assert.Empty(TrainedClassifier.Train(near, Small, training, new(2), Execution.Default).Findings);
    }

    [Fact]
    public static void Units_of_the_inputs_do_not_matter_when_they_are_standardised()
    {
        // A power of two keeps every rounding where it is.
        var data = LearningSamples.Rings(300, rings: 2, halves: false, new(1));
        var scaled = new LabelledPoints(new(300, 2, [.. data.Points.Values.ToArray().Select(value => 1024 * value)]), data.Heads);
        var training = new TrainingOptions { MaximumEpochs = 5 };

        var trained = TrainedClassifier.Train(data, Small, training, new(2), Execution.Default);

        Assert.Equal(trained.Accuracy, TrainedClassifier.Train(scaled, Small, training, new(2), Execution.Default).Accuracy);
        Assert.NotEqual(
            trained.Accuracy,
            TrainedClassifier.Train(scaled, Small, training with { Standardised = false }, new(2), Execution.Default).Accuracy);
    }

    [Fact]
    public static void One_sample_of_one_class_is_learned_and_none_is_refused()
    {
        var one = LearningSamples.Random(1, 2, [1], new(1));

        Assert.True(TrainedClassifier.Train(one, Small, new(), new(2), Execution.Default).ReachedTarget);
        Assert.Throws<ArgumentException>(() => TrainedClassifier.Train(one.Select([]), Small, new(), new(2), Execution.Default));
    }

    private static float[] Weights(TrainedClassifier trained) =>
        [.. trained.Network.Hidden.Concat(trained.Network.Heads).SelectMany(layer => layer.Kernel.Entries.ToArray().Concat(layer.Bias))];

    private static double Squares(DenseLayer layer) => layer.Kernel.Entries.ToArray().Sum(weight => (double)weight * weight);
}
