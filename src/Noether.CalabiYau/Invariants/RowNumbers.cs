using System.IO.Hashing;
using System.Runtime.InteropServices;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Topology;

namespace Noether.CalabiYau.Invariants;

/// <summary>The triple intersection numbers and the second Chern class of a threefold in the basis of its rows, with a colour for every row that permutations respect.</summary>
internal sealed class RowNumbers
{
    // Two rounds let a row see the neighbours of its neighbours; more did not separate further entries of the list.
    private const int Rounds = 2;

    private readonly IntersectionForm _form;
    private readonly ImmutableArray<long> _chern;
    private readonly ulong[] _colours;

    /// <summary>The numbers of an entry in the basis of its rows.</summary>
    public RowNumbers(CicyRecord record)
        : this(record, IntersectionForm.Of(record.Matrix))
    {
    }

    /// <summary>The numbers of an entry in any basis.</summary>
    internal RowNumbers(CicyRecord record, IntersectionForm form, ImmutableArray<long> chern)
    {
        Record = record;
        _form = form;
        _chern = chern;
        _colours = [.. Enumerable.Range(0, Rows).Select(i => Hash((ulong)_chern[i], (ulong)_form[i, i, i], 0))];
        for (var round = 0; round < Rounds; round++)
        {
            _colours = [.. Enumerable.Range(0, Rows).Select(Refined)];
        }

        var sorted = _colours.Order().ToArray();
        Key = Hash(Hash((ulong)record.Topology.H11, (ulong)record.Topology.H21, (ulong)Rows), XxHash3.HashToUInt64(MemoryMarshal.AsBytes<ulong>(sorted)), 0);
    }

    private RowNumbers(CicyRecord record, IntersectionForm form)
        : this(record, form, CharacteristicClasses.SecondChernClass(record.Matrix, form))
    {
    }

    /// <summary>The entry.</summary>
    public CicyRecord Record { get; }

    /// <summary>The intersection numbers.</summary>
    public IntersectionForm Form => _form;

    /// <summary>The second Chern class.</summary>
    public ImmutableArray<long> SecondChernClass => _chern;

    /// <summary>Equal for entries with equal Hodge numbers that a permutation of the rows relates; seldom equal otherwise.</summary>
    public ulong Key { get; }

    private int Rows => _chern.Length;

    /// <summary>Whether a permutation of the rows makes all numbers agree.</summary>
    public bool AgreesWith(RowNumbers other) => Key == other.Key && Extend(other, new int[Rows], 0, 0);

    /// <summary>Maps row after row, depth first; every number among the rows mapped so far must agree.</summary>
    private bool Extend(RowNumbers other, int[] map, int row, ulong used)
    {
        if (row == Rows)
        {
            return true;
        }

        for (var image = 0; image < Rows; image++)
        {
            map[row] = image;
            if ((used >> image & 1) == 0 && _colours[row] == other._colours[image] && _chern[row] == other._chern[image] && NumbersAgree(other, map, row)
                && Extend(other, map, row + 1, used | (1UL << image)))
            {
                return true;
            }
        }

        return false;
    }

    private bool NumbersAgree(RowNumbers other, int[] map, int row)
    {
        for (var i = 0; i <= row; i++)
        {
            for (var j = i; j <= row; j++)
            {
                if (_form[i, j, row] != other._form[map[i], map[j], map[row]])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private ulong Refined(int i)
    {
        var sum = _colours[i];
        for (var j = 0; j < Rows; j++)
        {
            sum += j == i ? 0 : Hash(_colours[j], (ulong)_form[i, i, j], (ulong)_form[i, j, j]);
            for (var k = j + 1; k < Rows; k++)
            {
                sum += j == i || k == i ? 0 : Hash(_colours[j] + _colours[k], (ulong)_form[i, j, k], 1);
            }
        }

        return Hash(_colours[i], sum, 2);
    }

    private static ulong Hash(ulong a, ulong b, ulong c)
    {
        ReadOnlySpan<ulong> words = [a, b, c];
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes(words));
    }
}
