namespace Noether.CalabiYau.Topology;

/// <summary>A power of a class L = sum_r v_r J_r, expanded into monomials: the multisets of indices where v_r is not zero, with their coefficients.</summary>
internal sealed class ClassPower
{
    private readonly int _power;
    private readonly int[] _indices;
    private readonly long[] _coefficients;

    public ClassPower(ReadOnlySpan<int> vector, int power)
    {
        Span<int> support = stackalloc int[vector.Length];
        var size = 0;
        for (var r = 0; r < vector.Length; r++)
        {
            if (vector[r] != 0)
            {
                support[size++] = r;
            }
        }

        _power = power;
        _coefficients = new long[size == 0 && power > 0 ? 0 : Multisets.Count(Math.Max(size, 1), power)];
        _indices = new int[_coefficients.Length * power];
        Expand(vector, support[..size]);
    }

    /// <summary>The number of monomials.</summary>
    public int Count => _coefficients.Length;

    /// <summary>The indices of a monomial in increasing order. Shape [power].</summary>
    public ReadOnlySpan<int> Multiset(int term) => _indices.AsSpan(term * _power, _power);

    /// <summary>The coefficient of a monomial: its number of orders times the product of its v_r.</summary>
    public long Coefficient(int term) => _coefficients[term];

    private void Expand(ReadOnlySpan<int> vector, ReadOnlySpan<int> support)
    {
        Span<int> choice = stackalloc int[_power];
        choice.Clear();
        for (var term = 0; term < _coefficients.Length; term++)
        {
            var coefficient = Multisets.Orders(choice);
            for (var k = 0; k < _power; k++)
            {
                var r = support[choice[k]];
                _indices[(term * _power) + k] = r;
                coefficient = checked(coefficient * vector[r]);
            }

            _coefficients[term] = coefficient;
            Multisets.Next(choice, support.Length);
        }
    }
}
