using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Representatives;
using Noether.CalabiYau.Topology;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Representatives;

public static class RepresentativeTests
{
    private static readonly RepresentativeOptions Small = RepresentativeOptions.Default with { Cap = 12, LongestWalk = 5, Walks = 60, Identities = IdentitySet.WithLineSplittings };

    [Fact]
    public static void Representatives_differ_from_each_other_and_describe_the_same_manifold()
    {
        var start = ConfigurationMatrix.Parse("2 0; 1 1; 0 2; 2 1");
        var set = RepresentativeSet.Draw(start, Small, new(1));
        var euler = TopologicalData.Of(start).EulerNumber;

        Assert.Equal(12, set.Matrices.Length);
        Assert.Equal(CanonicalForm.Of(start), set.Matrices[0]);
        Assert.Equal(set.Matrices.Length, set.Matrices.Select(CanonicalForm.Of).Distinct().Count());
        Assert.All(set.Matrices, matrix => Assert.Equal(euler, TopologicalData.Of(matrix).EulerNumber));
        Assert.All(set.Matrices, matrix => Assert.Equal(CanonicalForm.Of(start), ReducedForm.Of(matrix).Matrix));
    }

    [Fact]
    public static void Bounds_are_kept()
    {
        var start = ConfigurationMatrix.Parse("2 0; 1 1; 0 2; 2 1");
        var bounded = Small with { MaxRows = 6, MaxColumns = 3, MaxNodes = 10, Cap = 1000, Walks = 500 };
        var set = RepresentativeSet.Draw(start, bounded, new(1));

        Assert.All(set.Matrices, matrix => Assert.True(bounded.Allows(matrix)));
        Assert.InRange(set.Matrices.Length, 2, RepresentativeSet.Draw(start, bounded with { MaxRows = 7, MaxColumns = 4, MaxNodes = 12 }, new(1)).Matrices.Length - 1);
    }

    [Fact]
    public static void The_quintic_stays_single() =>
        Assert.Single(RepresentativeSet.Draw(ConfigurationMatrix.FromDegrees([5]), RepresentativeOptions.Default with { Identities = IdentitySet.Full }, new(1)).Matrices);

    [Fact]
    public static void A_run_that_goes_on_later_gives_the_same_batches_at_any_thread_count()
    {
        var list = Many(70);
        var whole = RepresentativeStream.Batches(list, Small, 0, new(9), new Execution { Threads = 1 }).ToArray();
        var rest = RepresentativeStream.Batches(list, Small, 1, new(9), new Execution { Threads = 3 }).ToArray();

        Assert.Equal(3, whole.Length);
        Assert.Equal([1, 2], rest.Select(batch => batch.Index));
        Assert.Equal(whole.Skip(1).SelectMany(batch => batch.Representatives()), rest.SelectMany(batch => batch.Representatives()));
        Assert.NotEqual(whole[0].Representatives(), RepresentativeStream.Batches(list, Small, 0, new(10), Execution.Default).First().Representatives());
    }

    [Fact]
    public static void A_cancelled_run_stops_between_batches()
    {
        using var cancellation = new CancellationTokenSource();
        var batches = RepresentativeStream.Batches(Many(2000), Small, 0, new(9), new Execution { Threads = 1, Cancellation = cancellation.Token }).GetEnumerator();
        Assert.True(batches.MoveNext());
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
        {
            while (batches.MoveNext())
            {
            }
        });
    }

    [Fact]
    public static void No_representative_of_the_published_list_belongs_to_two_entries()
    {
        var list = PublishedList.OrSkip();
        var part = new CicyList([.. list.Records.Where(record => record.Label % 40 == 0)]);
        var all = RepresentativeStream.Batches(part, Small, 0, new(2), Execution.Default).SelectMany(batch => batch.Representatives()).ToArray();

        Assert.Equal(all.Length, all.Select(one => one.Matrix).Distinct().Count());
        Assert.Equal(
            part.Records.Where(record => Small.Identities.Identities.All(identity => identity.Backward(record.Matrix).IsEmpty)).Select(record => record.Label),
            all.GroupBy(one => one.Record.Label).Where(group => group.Count() == 1).Select(group => group.Key));
    }

    [Fact]
    public static void Representatives_keep_their_form_in_any_order_so_that_none_is_counted_twice()
    {
        var list = PublishedList.OrSkip();
        var forms = list.Records.Where(record => record.Label % 200 == 0)
            .SelectMany(record => RepresentativeSet.Draw(record.Matrix, RepresentativeOptions.Default with { Cap = 50 }, new Seed(6).For(record.Label)).Matrices)
            .ToArray();

        Assert.InRange(forms.Max(matrix => matrix.Rows), 13, 20); // larger ones than the list has
        Assert.Equal(forms, forms.Select((form, i) => CanonicalForm.Of(Generators.Shuffled(form, new Seed(7).For(i)))));
    }

    private static CicyList Many(int count)
    {
        var matrix = ConfigurationMatrix.Parse("2 0; 1 1; 0 2; 2 1");
        return new([.. Enumerable.Range(1, count).Select(label => new CicyRecord(label, matrix, new(0, 4, 4, []), [], 0))]);
    }
}
