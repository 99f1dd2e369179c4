using Noether.Data;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Tests.Verification;

public static class NeighbourVoteTests
{
    private const int Samples = 600;

    [Fact]
    public static void Classes_that_an_embedding_keeps_apart_are_voted_for_and_shuffled_ones_are_not()
    {
        var data = Circles();
        var apart = new SingleMatrix(Samples, 2, [.. Enumerable.Range(0, Samples).SelectMany(i => new[] { 10f * data.Cells.Classes[i], (float)data.Points[i, 0] })]);

        var vote = NeighbourVote.Of(data, apart, new(1), Execution.Default);

        Assert.Equal(Enumerable.Range(0, Samples), vote.Right);
        Assert.True(vote.Accuracy.BeatsChance);
        Assert.InRange(vote.Accuracy.Shuffled[0], 0.2, 0.5); // one of three
    }

    [Fact]
    public static void One_stray_sample_is_outvoted()
    {
        var data = Circles();
        var classes = data.Cells.Classes.SetItem(7, (data.Cells.Classes[7] + 1) % 3);
        var strayed = new LabelledPoints(data.Points, new Labels("class", classes, data.Cells.ClassNames));
        var apart = new SingleMatrix(Samples, 2, [.. Enumerable.Range(0, Samples).SelectMany(i => new[] { 10f * data.Cells.Classes[i], (float)data.Points[i, 0] })]);

        Assert.Equal(Enumerable.Range(0, Samples).Where(i => i != 7), NeighbourVote.Of(strayed, apart, new(1), Execution.Default).Right);
    }

    [Fact]
    public static void The_chain_runs_on_a_good_embedding_and_the_vote_says_when_one_knows_nothing_of_the_classes()
    {
        var data = Circles();
        var good = data.Points.ToSingle();
        var random = new Seed(5).Stream();
        var bad = new SingleMatrix(Samples, 4, [.. Enumerable.Range(0, 4 * Samples).Select(_ => (float)random.NextUniform(-1, 1))]);

        var found = SymmetryDiscovery.RunOnEmbedding(data, good, DiscoveryOptions.Default, new(3), Execution.Default);
        var lost = SymmetryDiscovery.RunOnEmbedding(data, bad, DiscoveryOptions.Default, new(3), Execution.Default);

        Assert.Equal("so(2)", Assert.IsType<AlgebraIdentification.Unique>(found.Algebra).Algebra.Name);
        Assert.Null(found.Classifier);
        Assert.True(found.Found.HeldOut!.BeatsChance);
        Assert.InRange(found.Used.Length, 0.9 * Samples, Samples);
        Assert.False(lost.Found.HeldOut!.BeatsChance);
        Assert.InRange(lost.Found.HeldOut.Accuracy[0], 0.2, 0.5); // one of three
        Assert.InRange(lost.Used.Length, 0.2 * Samples, 0.5 * Samples);
    }

    [Fact]
    public static void An_embedding_of_other_samples_and_repeats_are_refused()
    {
        var data = Circles();
        Assert.Throws<ArgumentException>(() => SymmetryDiscovery.RunOnEmbedding(data, new(1, 1, [0]), DiscoveryOptions.Default, new(1), Execution.Default));
        Assert.Throws<ArgumentException>(() => SymmetryDiscovery.RunOnEmbedding(data, data.Points.ToSingle(), new() { Repeats = 1 }, new(1), Execution.Default));
        Assert.Throws<ArgumentException>(() => NeighbourVote.Of(data.Select([0, 1, 2]), new(3, 1, [0, 1, 2]), new(1), Execution.Default));
    }

    /// <summary>Three circles about one centre, a class each.</summary>
    private static LabelledPoints Circles()
    {
        var random = new Seed(2).Stream();
        ImmutableArray<int> classes = [.. Enumerable.Range(0, Samples).Select(i => i % 3)];
        var points = classes.SelectMany(k =>
        {
            var (sine, cosine) = Math.SinCos(random.NextUniform(0, 2 * Math.PI));
            return new[] { (k + 1) * cosine, (k + 1) * sine };
        });
        return new(new(Samples, 2, [.. points]), new Labels("class", classes, ["a", "b", "c"]));
    }
}
