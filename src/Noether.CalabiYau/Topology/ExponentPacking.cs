using System.Numerics;
using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Topology;

/// <summary>Exponents of J_1 .. J_m in one 64-bit word, each in as many bits as its largest value n_r needs.</summary>
internal sealed class ExponentPacking
{
    private readonly int[] _shifts;
    private readonly int[] _largest;
    private readonly ulong[] _masks;

    public ExponentPacking(ConfigurationMatrix matrix)
    {
        _shifts = new int[matrix.Rows];
        _largest = new int[matrix.Rows];
        _masks = new ulong[matrix.Rows];
        var shift = 0;
        for (var row = 0; row < matrix.Rows; row++)
        {
            var n = matrix.AmbientDimension(row);
            var bits = 32 - BitOperations.LeadingZeroCount((uint)n);
            (_largest[row], _shifts[row], _masks[row]) = (n, shift, (1UL << bits) - 1);
            shift += bits;
        }

        AllRows = ulong.MaxValue >> (64 - matrix.Rows);
    }

    /// <summary>One bit for every row.</summary>
    public ulong AllRows { get; }

    /// <summary>Multiplies a monomial by J_row; false where the power exceeds n_row, so that the product vanishes.</summary>
    public bool TryRaise(ulong key, int row, out ulong raised)
    {
        raised = key + (1UL << _shifts[row]);
        return Missing(key, row) > 0;
    }

    /// <summary>How many powers a monomial misses in a row, n_row - exponent.</summary>
    public int Missing(ulong key, int row) => _largest[row] - (int)((key >> _shifts[row]) & _masks[row]);

    /// <summary>The form whose value on the powers that a monomial misses is the monomial's coefficient.</summary>
    public IntersectionForm ReadForm(MonomialTable product, int degree)
    {
        var form = new IntersectionForm(_shifts.Length, degree);
        Span<int> missing = stackalloc int[degree];
        for (var place = 0; place < product.Capacity; place++)
        {
            if (product.TryGet(place, out var key, out var coefficient))
            {
                var size = 0;
                for (var row = 0; row < _shifts.Length; row++)
                {
                    var count = Missing(key, row);
                    missing.Slice(size, count).Fill(row);
                    size += count;
                }

                form.Set(Multisets.Rank(missing), coefficient);
            }
        }

        return form;
    }
}
