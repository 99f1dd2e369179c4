using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Topology;

/// <summary>A symmetric form on the hyperplane classes J_1 .. J_m with integer values: for a threefold the triple intersection numbers d_rst.</summary>
/// <remarks>Eq. (C2). All arithmetic is exact; what does not fit into 64 bits throws <see cref="OverflowException"/>.</remarks>
public sealed class IntersectionForm
{
    /// <summary>The largest number of values that a form may have, 2^24: beyond it the form would not fit a cache, let alone a page.</summary>
    public const int MaxValues = 1 << 24;

    private readonly long[] _values;

    internal IntersectionForm(int indices, int degree)
    {
        var count = Multisets.Count(indices, degree);
        if (count > MaxValues)
        {
            throw new ArgumentException($"A form of degree {degree} in {indices} classes has {count} values; at most {MaxValues} are supported.", nameof(degree));
        }

        Indices = indices;
        Degree = degree;
        _values = new long[count];
    }

    /// <summary>The number m of hyperplane classes.</summary>
    public int Indices { get; }

    /// <summary>The number of arguments of the form, the dimension D for the intersection numbers of a manifold.</summary>
    public int Degree { get; }

    /// <summary>The values on multisets of indices r &lt;= s &lt;= t ..., the last index slowest: 000, 001, 011, 111, 002 and so on.</summary>
    public ReadOnlySpan<long> Values => _values;

    /// <summary>Whether all values vanish; for the intersection numbers of a configuration this means that the equations have no common zero.</summary>
    public bool IsZero => _values.AsSpan().IndexOfAnyExcept(0) < 0;

    /// <summary>The value on some hyperplane classes, given by their indices in any order, each 0 .. m - 1.</summary>
    /// <exception cref="ArgumentException">The number of indices is not the degree.</exception>
    public long this[params ReadOnlySpan<int> indices]
    {
        get
        {
            if (indices.Length != Degree)
            {
                throw new ArgumentException($"A form of degree {Degree} takes {Degree} indices; got {indices.Length}.", nameof(indices));
            }

            Span<int> sorted = [.. indices];
            sorted.Sort();
            return _values[Multisets.Rank(sorted)];
        }
    }

    /// <summary>The intersection numbers of a configuration, the integrals of J_r J_s ... (D factors) over the manifold. Eq. (C2).</summary>
    public static IntersectionForm Of(ConfigurationMatrix matrix) => LinearFormProduct.Integrate(matrix, omitted: -1);

    /// <summary>The intersection numbers of the manifold of dimension D + 1 that all equations but one cut out.</summary>
    public static IntersectionForm WithoutColumn(ConfigurationMatrix matrix, int column) => LinearFormProduct.Integrate(matrix, column);

    /// <summary>The form with its first arguments set to a class L = sum_r v_r J_r, <paramref name="power"/> times.</summary>
    /// <param name="vector">The coefficients v_r. Shape [m].</param>
    /// <param name="power">How many arguments to set, 0 .. degree.</param>
    public IntersectionForm Contract(ReadOnlySpan<int> vector, int power)
    {
        var result = new IntersectionForm(Indices, Degree - power);
        result.Add(1, this, new ClassPower(vector, power));
        return result;
    }

    /// <summary>The value of L^degree for a class L = sum_r v_r J_r.</summary>
    public long Evaluate(ReadOnlySpan<int> vector) => Contract(vector, Degree)._values[0];

    /// <summary>Adds <paramref name="factor"/> times the contraction of <paramref name="form"/> with a power of a class to this form.</summary>
    internal void Add(long factor, IntersectionForm form, ClassPower power)
    {
        Span<int> rest = stackalloc int[Degree];
        rest.Clear();
        for (var i = 0; i < _values.Length; i++)
        {
            var sum = 0L;
            for (var term = 0; term < power.Count; term++)
            {
                sum = checked(sum + (power.Coefficient(term) * form._values[Multisets.RankOfUnion(power.Multiset(term), rest)]));
            }

            _values[i] = checked(_values[i] + (factor * sum));
            Multisets.Next(rest, Indices);
        }
    }

    /// <summary>Sets a value while the form is built.</summary>
    internal void Set(int rank, long value) => _values[rank] = value;
}
