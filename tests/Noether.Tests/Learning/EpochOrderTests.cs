using Noether.Learning.Steps;

namespace Noether.Tests.Learning;

public static class EpochOrderTests
{
    [Fact]
    public static void A_balanced_epoch_shows_every_cell_equally_often_and_an_unbalanced_one_every_sample_once()
    {
        var cells = LearningSamples.Labels("cell", 4, [.. Enumerable.Repeat(0, 90), .. Enumerable.Repeat(1, 9), .. Enumerable.Repeat(3, 2)]);

        var balanced = new EpochOrder(cells, balanced: true, new(1)).Next().ToArray();
        var plain = new EpochOrder(cells, balanced: false, new(1)).Next().ToArray();

        Assert.Equal([34, 34, 34], balanced.CountBy(i => cells.Classes[i]).OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal(Enumerable.Range(0, 101), plain.Order());
        Assert.NotEqual(Enumerable.Range(0, 101), plain);
    }

    [Fact]
    public static void Over_many_epochs_every_sample_of_a_cell_is_shown_equally_often_up_to_one()
    {
        var cells = LearningSamples.Labels("cell", 2, [.. Enumerable.Repeat(0, 50), .. Enumerable.Repeat(1, 7)]);
        var order = new EpochOrder(cells, balanced: true, new(1));

        var shown = Enumerable.Range(0, 20).SelectMany(_ => order.Next().ToArray()).CountBy(i => i).ToDictionary();

        foreach (var cell in (int[])[0, 1])
        {
            var counts = Enumerable.Range(0, 57).Where(i => cells.Classes[i] == cell).Select(i => shown.GetValueOrDefault(i)).ToArray();
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        }
    }
}
