using Noether.Learning;
using Noether.Runs;

namespace Noether.Tests.Learning;

public static class ResumableTrainingTests
{
    private static readonly NetworkOptions Small = LearningSamples.Hidden(new(24), new(16, Penalty: 1e-4));

    /// <summary>Seven epochs and a cool-down of as many.</summary>
    private static readonly TrainingOptions Training = new() { MaximumEpochs = 14, CoolDown = 1, TargetAccuracy = 1 };

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(10)]
    public static void A_training_that_was_stopped_goes_on_and_ends_with_the_same_bits(int stopAfter)
    {
        var whole = TrainedClassifier.Train(Data, Small, Training, new(2), Execution.Default);
        var memory = new Memory(stopAfter);

        Assert.Throws<IOException>(() => new ResumableTraining(memory).Train(Data, Small, Training, new(2), Execution.Default));
        memory.StopAfter = int.MaxValue;
        var resumed = new ResumableTraining(memory).Train(Data, Small, Training, new(2), Execution.Default);

        Assert.Equal(Bits(whole), Bits(resumed));
        Assert.Equal(whole.History.Select(epoch => (epoch.Epoch, epoch.Loss, epoch.LearningRate)), resumed.History.Select(epoch => (epoch.Epoch, epoch.Loss, epoch.LearningRate)));
        Assert.Equal(whole.Accuracy, resumed.Accuracy);
    }

    [Fact]
    public static void Who_rests_is_kept_with_the_state()
    {
        var resting = Training with { LearningRate = 0.02, Rest = 3, KnownLoss = 0.3 };
        var whole = TrainedClassifier.Train(Data, Small, resting, new(2), Execution.Default);
        var memory = new Memory(stopAfter: 10);

        Assert.Throws<IOException>(() => new ResumableTraining(memory).Train(Data, Small, resting, new(2), Execution.Default));
        memory.StopAfter = int.MaxValue;
        var resumed = new ResumableTraining(memory).Train(Data, Small, resting, new(2), Execution.Default);

        Assert.Equal(Bits(whole), Bits(resumed));
        Assert.NotEqual(Bits(whole), Bits(TrainedClassifier.Train(Data, Small, resting with { Rest = 0 }, new(2), Execution.Default)));
    }

    [Fact]
    public static void The_state_of_a_finished_training_gives_its_result_without_another_epoch()
    {
        var memory = new Memory(int.MaxValue);
        var first = new ResumableTraining(memory).Train(Data, Small, Training, new(2), Execution.Default);
        var writes = memory.Writes;

        var again = new ResumableTraining(memory).Train(Data, Small, Training, new(2), Execution.Default);

        Assert.Equal(Bits(first), Bits(again));
        Assert.Equal((Training.MaximumEpochs, writes), (writes, memory.Writes));
    }

    [Fact]
    public static void The_state_of_another_training_is_refused()
    {
        var memory = new Memory(int.MaxValue);
        new ResumableTraining(memory).Train(Data, Small, Training, new(2), Execution.Default);

        var problem = Assert.Throws<InvalidDataException>(() => new ResumableTraining(memory).Train(Data, Small, Training, new(3), Execution.Default));
        Assert.Contains("other data, options or seed", problem.Message, StringComparison.Ordinal);
        memory.CutShort();
        Assert.Throws<InvalidDataException>(() => new ResumableTraining(memory).Train(Data, Small, Training, new(2), Execution.Default));
    }

    private static TrainingData Data { get; } = TrainingData.Of(LearningSamples.Rings(300, rings: 3, halves: true, new(1)), Training);

    private static byte[] Bits(TrainedClassifier trained)
    {
        using var stream = new MemoryStream();
        WeightTensors.Write(trained.Network, stream);
        return stream.ToArray();
    }

    /// <summary>Keeps the state in memory, and fails after some writes as a killed run would end.</summary>
    private sealed class Memory(int stopAfter) : ITrainingCheckpoints
    {
        private byte[]? _state;

        public int StopAfter { get; set; } = stopAfter;

        public int Writes { get; private set; }

        public Stream? OpenLatest() => _state is null ? null : new MemoryStream(_state);

        public void Replace(Action<Stream> write)
        {
            using var stream = new MemoryStream();
            write(stream);
            _state = stream.ToArray();
            Writes++;
            if (Writes >= StopAfter)
            {
                throw new IOException("stopped");
            }
        }

        public void CutShort() => _state = _state![..(_state.Length / 2)];
    }
}
