using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.LieAlgebras.Closing;

/// <summary>How the commutators leave a span, and how that changes to first order when the span moves.</summary>
/// <remarks>
/// With c_ab^k = tr([A_a, A_b] A_k^T) and Q the projector onto the orthogonal complement of the span, the residual is
/// R_ab = Q [A_a, A_b], and moving A_a by X_a, orthogonal to the span, changes it by Q([X_a, A_b] + [A_a, X_b] - c_ab^k X_k), Eq. (A3).
/// The moves are measured in units of each generator's noise, so that the shortest move is the most likely one.
/// </remarks>
internal sealed class ClosureMap
{
    private readonly int _entries;
    private readonly double[][] _basis;
    private readonly double[][] _transposed;
    private readonly double[] _weights;
    private readonly (int A, int B)[] _pairs;
    private readonly double[][] _coordinates;

    public ClosureMap(GeneratorSpan span)
    {
        _entries = span.Size * span.Size;
        _basis = [.. span.Basis.Select(matrix => matrix.Entries.ToArray())];
        _transposed = [.. span.Basis.Select(matrix => matrix.Transposed.Entries.ToArray())];
        _weights = [.. span.Noise.Select(noise => noise / span.TypicalNoise)];
        _pairs = [.. from a in Enumerable.Range(0, span.Dimension) from b in Enumerable.Range(a + 1, span.Dimension - a - 1) select (a, b)];
        _coordinates = new double[_pairs.Length][];
        Residual = new double[_pairs.Length * _entries];
        for (var pair = 0; pair < _pairs.Length; pair++)
        {
            var bracket = Residual.AsSpan(pair * _entries, _entries);
            CommutatorKernel.Add(_basis[_pairs[pair].A], _basis[_pairs[pair].B], 1, bracket);
            LargestBracket = Math.Max(LargestBracket, TensorPrimitives.Norm<double>(bracket));
            _coordinates[pair] = Project(bracket);
            LargestResidual = Math.Max(LargestResidual, TensorPrimitives.Norm<double>(bracket));
        }
    }

    /// <summary>R_ab for all a &lt; b, one after the other. Shape [m (m - 1) / 2 * n * n].</summary>
    public double[] Residual { get; }

    /// <summary>The largest norm of a commutator of two basis matrices.</summary>
    public double LargestBracket { get; }

    /// <summary>The largest norm of a commutator's part outside the span.</summary>
    public double LargestResidual { get; }

    /// <summary>The derivative of the residual.</summary>
    public LinearMap Derivative => new(_basis.Length * _entries, Residual.Length, Apply, ApplyTransposed);

    /// <summary>The basis moved by a solution of the linear equations, orthonormal again.</summary>
    public ImmutableArray<Matrix> Moved(double[] move, int size)
    {
        var shift = new double[_entries];
        var moved = _basis.Select((matrix, a) => Matrix.FromEntries(size, size, matrix) + Matrix.FromEntries(size, size, Shift(move, a, shift)));
        return Orthonormal.Nearest([.. moved]);
    }

    private void Apply(double[] move, double[] image)
    {
        var shifts = Enumerable.Range(0, _basis.Length).Select(a => Shift(move, a, new double[_entries])).ToArray();
        Array.Clear(image);
        for (var pair = 0; pair < _pairs.Length; pair++)
        {
            var (a, b) = _pairs[pair];
            var into = image.AsSpan(pair * _entries, _entries);
            CommutatorKernel.Add(shifts[a], _basis[b], 1, into);
            CommutatorKernel.Add(_basis[a], shifts[b], 1, into);
            Project(into);
            for (var k = 0; k < _basis.Length; k++)
            {
                TensorPrimitives.MultiplyAdd(shifts[k], -_coordinates[pair][k], into, into);
            }
        }
    }

    private void ApplyTransposed(double[] image, double[] move)
    {
        Array.Clear(move);
        var outside = new double[_entries];
        for (var pair = 0; pair < _pairs.Length; pair++)
        {
            var (a, b) = _pairs[pair];
            image.AsSpan(pair * _entries, _entries).CopyTo(outside);
            Project(outside);
            CommutatorKernel.Add(outside, _transposed[b], 1, move.AsSpan(a * _entries, _entries));
            CommutatorKernel.Add(_transposed[a], outside, 1, move.AsSpan(b * _entries, _entries));
            for (var k = 0; k < _basis.Length; k++)
            {
                var into = move.AsSpan(k * _entries, _entries);
                TensorPrimitives.MultiplyAdd(outside, -_coordinates[pair][k], into, into);
            }
        }

        for (var a = 0; a < _basis.Length; a++)
        {
            var into = move.AsSpan(a * _entries, _entries);
            Project(into);
            TensorPrimitives.Multiply(into, _weights[a], into);
        }
    }

    /// <summary>The move of one generator, in its own units and orthogonal to the span.</summary>
    private double[] Shift(double[] move, int a, double[] shift)
    {
        TensorPrimitives.Multiply(move.AsSpan(a * _entries, _entries), _weights[a], shift);
        Project(shift);
        return shift;
    }

    /// <summary>Takes the part inside the span away from a matrix and returns its coordinates.</summary>
    private double[] Project(Span<double> matrix)
    {
        var coordinates = new double[_basis.Length];
        for (var k = 0; k < coordinates.Length; k++)
        {
            coordinates[k] = TensorPrimitives.Dot<double>(matrix, _basis[k]);
        }

        for (var k = 0; k < coordinates.Length; k++)
        {
            TensorPrimitives.MultiplyAdd(_basis[k], -coordinates[k], matrix, matrix);
        }

        return coordinates;
    }
}
