using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;

namespace Noether.Numerics;

/// <summary>A dense real matrix in row-major order; a value: it never changes once built, and two with equal entries are equal.</summary>
/// <remarks>For algebra on small matrices (tens of rows). Data sets live in <c>PointCloud</c> and <see cref="SingleMatrix"/>.</remarks>
public sealed class Matrix : IEquatable<Matrix>
{
    private readonly double[] _entries;

    private Matrix(int rows, int columns, double[] entries)
    {
        Rows = rows;
        Columns = columns;
        _entries = entries;
    }

    /// <summary>The number of rows, at least 1.</summary>
    public int Rows { get; }

    /// <summary>The number of columns, at least 1.</summary>
    public int Columns { get; }

    /// <summary>The entries, row by row. Shape [rows * columns].</summary>
    public ReadOnlySpan<double> Entries => _entries;

    /// <summary>The transpose, with entries A_ji.</summary>
    public Matrix Transposed => Generate(Columns, Rows, (i, j) => this[j, i]);

    /// <summary>The sum of the diagonal entries. Square matrices only.</summary>
    public double Trace
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < Math.Min(Rows, Columns); i++)
            {
                sum += this[i, i];
            }

            return sum;
        }
    }

    /// <summary>The Frobenius norm, the square root of the sum of the squared entries.</summary>
    public double Norm => TensorPrimitives.Norm(_entries);

    /// <summary>The entry in a row and a column, both counted from 0.</summary>
    public double this[int row, int column] => _entries[(row * Columns) + column];

    /// <summary>The matrix with these entries.</summary>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="columns">Number of columns, at least 1.</param>
    /// <param name="entries">Row by row, shape [rows * columns]; copied.</param>
    /// <exception cref="ArgumentException">The number of entries is not rows * columns.</exception>
    public static Matrix FromEntries(int rows, int columns, ReadOnlySpan<double> entries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (entries.Length != rows * columns)
        {
            throw new ArgumentException($"A {rows} x {columns} matrix has {rows * columns} entries; got {entries.Length}.", nameof(entries));
        }

        return new(rows, columns, entries.ToArray());
    }

    /// <summary>The matrix with these rows.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static Matrix FromRows(params ReadOnlySpan<double[]> rows)
    {
        var columns = rows.Length == 0 ? 0 : rows[0].Length;
        var entries = new List<double>(rows.Length * columns);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != columns)
            {
                throw new ArgumentException($"Row {i} has {rows[i].Length} entries; row 0 has {columns}.", nameof(rows));
            }

            entries.AddRange(rows[i]);
        }

        return FromEntries(rows.Length, columns, CollectionsMarshal.AsSpan(entries));
    }

    /// <summary>The matrix whose entry in row i and column j is <paramref name="entry"/>(i, j).</summary>
    public static Matrix Generate(int rows, int columns, Func<int, int, double> entry)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var entries = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                entries[(i * columns) + j] = entry(i, j);
            }
        }

        return new(rows, columns, entries);
    }

    /// <summary>The identity of a size.</summary>
    public static Matrix Identity(int size) => Generate(size, size, (i, j) => i == j ? 1 : 0);

    /// <summary>The matrix of zeros.</summary>
    public static Matrix Zero(int rows, int columns) => Generate(rows, columns, (_, _) => 0);

    /// <summary>The sum.</summary>
    public static Matrix operator +(Matrix a, Matrix b) => Combine(a, b, (x, y, into) => TensorPrimitives.Add<double>(x, y, into));

    /// <summary>The difference.</summary>
    public static Matrix operator -(Matrix a, Matrix b) => Combine(a, b, (x, y, into) => TensorPrimitives.Subtract<double>(x, y, into));

    /// <summary>The negative.</summary>
    public static Matrix operator -(Matrix a) => -1 * a;

    /// <summary>The multiple by a number.</summary>
    public static Matrix operator *(double factor, Matrix a)
    {
        var entries = new double[a._entries.Length];
        TensorPrimitives.Multiply(a._entries, factor, entries);
        return new(a.Rows, a.Columns, entries);
    }

    /// <summary>The matrix product.</summary>
    /// <exception cref="ArgumentException">The inner dimensions differ.</exception>
    public static Matrix operator *(Matrix a, Matrix b)
    {
        if (a.Columns != b.Rows)
        {
            throw new ArgumentException($"A {a.Rows} x {a.Columns} matrix cannot multiply a {b.Rows} x {b.Columns} matrix.", nameof(b));
        }

        var entries = new double[a.Rows * b.Columns];
        for (var i = 0; i < a.Rows; i++)
        {
            var row = entries.AsSpan(i * b.Columns, b.Columns);
            for (var k = 0; k < a.Columns; k++)
            {
                TensorPrimitives.MultiplyAdd(b.Row(k), a[i, k], row, row); // row += a_ik b_k
            }
        }

        return new(a.Rows, b.Columns, entries);
    }

    /// <summary>The entries of a row.</summary>
    public ReadOnlySpan<double> Row(int row) => _entries.AsSpan(row * Columns, Columns);

    /// <summary>The first rows, 1 to <see cref="Rows"/> of them.</summary>
    internal Matrix FirstRows(int count) => FromEntries(count, Columns, Entries[..(count * Columns)]);

    /// <summary>The inner product of the entries, the sum of A_ij B_ij.</summary>
    public double InnerProduct(Matrix b) => TensorPrimitives.Dot(_entries, b._entries);

    /// <summary>The image A x of a vector, shape [columns], into <paramref name="image"/>, shape [rows].</summary>
    public void Apply(ReadOnlySpan<double> vector, Span<double> image)
    {
        for (var i = 0; i < Rows; i++)
        {
            image[i] = TensorPrimitives.Dot(Row(i), vector);
        }
    }

    /// <summary>The commutator AB - BA.</summary>
    public Matrix Commutator(Matrix b) => (this * b) - (b * this);

    /// <summary>Whether all entries agree within a tolerance.</summary>
    internal bool Equals(Matrix? other, Tolerance tolerance)
    {
        if (other is null || other.Rows != Rows || other.Columns != Columns)
        {
            return false;
        }

        for (var i = 0; i < _entries.Length; i++)
        {
            if (!tolerance.Equal(_entries[i], other._entries[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Matrix? other) =>
        other is not null && Rows == other.Rows && Columns == other.Columns && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Matrix);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Rows);
        hash.AddBytes(MemoryMarshal.AsBytes<double>(_entries));
        return hash.ToHashCode();
    }

    /// <summary>The rows in brackets, such as [[0, -1], [1, 0]], with four decimals at most.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(i == 0 ? "[" : ", [").AppendJoin(", ", Row(i).ToArray().Select(x => x.ToString("0.####"))).Append(']');
        }

        return text.Append(']').ToString();
    }

    private static Matrix Combine(Matrix a, Matrix b, Combination combination)
    {
        if (a.Rows != b.Rows || a.Columns != b.Columns)
        {
            throw new ArgumentException($"A {a.Rows} x {a.Columns} matrix and a {b.Rows} x {b.Columns} matrix have different shapes.", nameof(b));
        }

        var entries = new double[a._entries.Length];
        combination(a._entries, b._entries, entries);
        return new(a.Rows, a.Columns, entries);
    }

    private delegate void Combination(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> into);
}
