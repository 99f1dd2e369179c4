using Noether.Data;
using Noether.Runs;

namespace Noether.Learning.Steps;

/// <summary>The order in which an epoch shows the samples.</summary>
internal sealed class EpochOrder
{
    private readonly RandomStream _stream;
    private readonly int[][] _decks;
    private readonly int[] _drawn;
    private readonly int[] _order;

    /// <summary>An order over all samples; if balanced, every cell that has samples is shown equally often.</summary>
    public EpochOrder(Labels cells, bool balanced, Seed seed)
    {
        _stream = seed.Stream();
        _decks = balanced
            ? [.. cells.Members().Where(members => members.Length > 0).Select(members => members.ToArray())]
            : [[.. Enumerable.Range(0, cells.Count)]];
        _drawn = [.. _decks.Select(deck => deck.Length)];
        PerDeck = (cells.Count + _decks.Length - 1) / _decks.Length;
        _order = new int[PerDeck * _decks.Length];
    }

    /// <summary>How often an epoch shows each cell.</summary>
    public int PerDeck { get; }

    /// <summary>The number of samples that an epoch shows.</summary>
    public int Length => _order.Length;

    /// <summary>The next epoch. Each cell is dealt out like a deck of cards, reshuffled when it runs out, so that none of its samples is shown twice more than another.</summary>
    public ReadOnlySpan<int> Next()
    {
        var at = 0;
        for (var deck = 0; deck < _decks.Length; deck++)
        {
            for (var i = 0; i < PerDeck; i++)
            {
                _order[at++] = Draw(deck);
            }
        }

        _stream.Shuffle<int>(_order);
        return _order;
    }

    private int Draw(int deck)
    {
        if (_drawn[deck] == _decks[deck].Length)
        {
            _stream.Shuffle<int>(_decks[deck]);
            _drawn[deck] = 0;
        }

        return _decks[deck][_drawn[deck]++];
    }
}
