using System.IO.Hashing;
using System.Numerics;

namespace Noether.CalabiYau.Configurations;

/// <summary>A configuration matrix: the degrees q_ra of K equations (columns a) in a product of m projective spaces (rows r). Shape [m, K].</summary>
/// <remarks>
/// Eq. (C1). The ambient dimensions are not stored: n_r = sum_a q_ra - 1, so that a matrix with non-zero first Chern class cannot be written down.
/// A value: it never changes once built, and two with equal entries in equal places are equal; see <see cref="CanonicalForm"/> for equality up to order.
/// </remarks>
public sealed class ConfigurationMatrix : IEquatable<ConfigurationMatrix>
{
    /// <summary>The largest degree, 15: enough for one equation in P^14, and four bits an entry wherever entries are packed.</summary>
    public const int MaxDegree = 15;

    /// <summary>The largest sum of the ambient dimensions, 64: a monomial in the hyperplane classes then fits into 64 bits.</summary>
    public const int MaxAmbientDimension = 64;

    private readonly byte[] _degrees;

    /// <summary>Takes over entries that are known to be right; every public door goes through <see cref="FromEntries"/>.</summary>
    internal ConfigurationMatrix(int rows, int columns, byte[] degrees)
    {
        Rows = rows;
        Columns = columns;
        _degrees = degrees;
    }

    /// <summary>The number of projective spaces m, at least 1.</summary>
    public int Rows { get; }

    /// <summary>The number of equations K, at least 1.</summary>
    public int Columns { get; }

    /// <summary>The degrees, row by row. Shape [m * K].</summary>
    public ReadOnlySpan<byte> Degrees => _degrees;

    /// <summary>The dimension of the manifold, D = sum_r n_r - K; at least 1.</summary>
    public int Dimension => Sum(_degrees) - Rows - Columns;

    /// <summary>The number of non-zero degrees.</summary>
    public int NodeCount => _degrees.AsSpan().Length - _degrees.AsSpan().Count((byte)0);

    /// <summary>The degree of equation <paramref name="column"/> in projective space <paramref name="row"/>, both counted from 0.</summary>
    public int this[int row, int column] => _degrees[(row * Columns) + column];

    /// <summary>The configuration with these degrees, one array for each projective space.</summary>
    /// <exception cref="ArgumentException">Rows differ in length, or <see cref="FromEntries"/> rejects the entries.</exception>
    public static ConfigurationMatrix FromDegrees(params ReadOnlySpan<int[]> rows)
    {
        var columns = rows.Length == 0 ? 0 : rows[0].Length;
        var entries = new List<int>(rows.Length * columns);
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row].Length != columns)
            {
                throw new ArgumentException($"Row {row + 1} has {rows[row].Length} entries; row 1 has {columns}.", nameof(rows));
            }

            entries.AddRange(rows[row]);
        }

        return FromEntries(rows.Length, columns, [.. entries]);
    }

    /// <summary>The configuration with these degrees.</summary>
    /// <param name="rows">Number of projective spaces, at least 1.</param>
    /// <param name="columns">Number of equations, at least 1.</param>
    /// <param name="degrees">Row by row, each 0 .. 15. Shape [rows * columns].</param>
    /// <exception cref="ArgumentException">
    /// The number of entries is wrong, a degree is out of range, a row sums to less than 2, a column is zero, the manifold would have no dimension,
    /// or the ambient space has more than 64.
    /// </exception>
    public static ConfigurationMatrix FromEntries(int rows, int columns, ReadOnlySpan<int> degrees)
    {
        var problem = ConfigurationGuard.Problem(rows, columns, degrees);
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(degrees));
        }

        var bytes = new byte[degrees.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)degrees[i];
        }

        return new(rows, columns, bytes);
    }

    /// <summary>The configuration that a text such as "P3[3 0 1] / P3[0 3 1]" or "3 0 1; 0 3 1" describes; reads back what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is no configuration; the message says where and why.</exception>
    public static ConfigurationMatrix Parse(string text) => ConfigurationText.Parse(text);

    /// <summary>The degrees in one projective space. Shape [K].</summary>
    public ReadOnlySpan<byte> Row(int row) => _degrees.AsSpan(row * Columns, Columns);

    /// <summary>The dimension n_r of one projective space: the sum of its row less 1.</summary>
    public int AmbientDimension(int row) => RowSum(row) - 1;

    /// <summary>The sum of a row.</summary>
    public int RowSum(int row) => Sum(Row(row));

    /// <summary>The sum of a column: the total degree of an equation.</summary>
    public int ColumnSum(int column)
    {
        var sum = 0;
        for (var row = 0; row < Rows; row++)
        {
            sum += this[row, column];
        }

        return sum;
    }

    /// <summary>The rows in which a column is not zero, as bits. At most 64 rows exist, since each has dimension 1 or more.</summary>
    public ulong ColumnSupport(int column)
    {
        var support = 0UL;
        for (var row = 0; row < Rows; row++)
        {
            support |= this[row, column] == 0 ? 0UL : 1UL << row;
        }

        return support;
    }

    /// <summary>The same manifold written in another order: row r of the result is row <paramref name="rowOrder"/>[r] of this matrix, and so for the columns.</summary>
    /// <exception cref="ArgumentException">An order does not hold each of 0 .. m - 1 (rows) or 0 .. K - 1 (columns) once.</exception>
    public ConfigurationMatrix Permuted(ReadOnlySpan<int> rowOrder, ReadOnlySpan<int> columnOrder)
    {
        ThrowIfNoPermutation(rowOrder, Rows, nameof(rowOrder));
        ThrowIfNoPermutation(columnOrder, Columns, nameof(columnOrder));
        var degrees = new byte[_degrees.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                degrees[(row * Columns) + column] = _degrees[(rowOrder[row] * Columns) + columnOrder[column]];
            }
        }

        return new(Rows, Columns, degrees);
    }

    /// <inheritdoc/>
    public bool Equals(ConfigurationMatrix? other) =>
        other is not null && Rows == other.Rows && Columns == other.Columns && _degrees.AsSpan().SequenceEqual(other._degrees);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConfigurationMatrix);

    /// <summary>A hash of shape and entries, the same on every machine and in every run.</summary>
    public ulong StableHash() => BitOperations.RotateLeft(XxHash3.HashToUInt64(_degrees), Rows);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)StableHash();

    /// <summary>The projective spaces with their degrees, such as P3[3 0 1] / P3[0 3 1].</summary>
    public override string ToString() => ConfigurationText.Write(this);

    private static void ThrowIfNoPermutation(ReadOnlySpan<int> order, int count, string name)
    {
        int[] sorted = [.. order];
        Array.Sort(sorted);
        if (!sorted.SequenceEqual(Enumerable.Range(0, count)))
        {
            throw new ArgumentException($"An order holds each of 0 .. {count - 1} once; got {string.Join(' ', order.ToArray())}.", name);
        }
    }

    private static int Sum(ReadOnlySpan<byte> degrees)
    {
        var sum = 0;
        foreach (var degree in degrees)
        {
            sum += degree;
        }

        return sum;
    }
}
