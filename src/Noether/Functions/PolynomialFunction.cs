using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>A polynomial of all coordinates, or several.</summary>
/// <param name="basis">The products of coordinates.</param>
/// <param name="coefficients">Shape [count, outputs], for the first products of the basis.</param>
/// <param name="outputs">The number of outputs h.</param>
internal sealed class PolynomialFunction(PolynomialBasis basis, double[] coefficients, int outputs) : IFunction
{
    private const int PlacesPerBlock = 256;

    /// <inheritdoc/>
    public int Inputs => basis.Dimension;

    /// <inheritdoc/>
    public int Outputs => outputs;

    /// <summary>The number of products that are used.</summary>
    private int Count => coefficients.Length / outputs;

    /// <inheritdoc/>
    public FunctionJets At(PointCloud places, Execution execution)
    {
        var (m, n) = (places.Count, Inputs);
        var jets = new FunctionJets(new double[m * outputs], new double[m * outputs * n]);
        execution.ForEachBlock((m + PlacesPerBlock - 1) / PlacesPerBlock, block =>
        {
            var (products, gradients) = (new double[Count], new double[Count * n]);
            for (var i = block * PlacesPerBlock; i < Math.Min(m, (block + 1) * PlacesPerBlock); i++)
            {
                basis.ValuesAndGradients(places.Row(i), products, gradients);
                Add(i, products, gradients, jets);
            }
        });
        return jets;
    }

    /// <inheritdoc/>
    public double[] ValuesAt(PointCloud places, Execution execution)
    {
        var values = new double[places.Count * outputs];
        execution.ForEachBlock((places.Count + PlacesPerBlock - 1) / PlacesPerBlock, block =>
        {
            var products = new double[Count];
            for (var i = block * PlacesPerBlock; i < Math.Min(places.Count, (block + 1) * PlacesPerBlock); i++)
            {
                basis.Values(places.Row(i), products);
                for (var p = 0; p < products.Length; p++)
                {
                    for (var a = 0; a < outputs; a++)
                    {
                        values[(i * outputs) + a] += coefficients[(p * outputs) + a] * products[p];
                    }
                }
            }
        });
        return values;
    }

    /// <summary>
    /// What a polynomial, fitted to quantities at all places, leaves of them. Shape [N, t], row by row.
    /// </summary>
    /// <param name="points">The places. Shape [N, n].</param>
    /// <param name="targets">The quantities. Shape [N, t].</param>
    /// <param name="degree">The degree.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static double[] Residuals(PointCloud points, Targets targets, int degree, Execution execution)
    {
        var basis = new PolynomialBasis(ValueTrials.Scales(points), degree);
        var coefficients = Sums(points, targets, [.. Enumerable.Range(0, points.Count)], basis).Solve(basis.Count);
        var residuals = new PolynomialFunction(basis, coefficients, targets.Count).ValuesAt(points, execution);
        TensorPrimitives.Subtract(targets.Values, residuals, residuals);
        return residuals;
    }

    /// <summary>Sums of products of all rows of some points, for least squares of their targets.</summary>
    /// <param name="points">Shape [N, n].</param>
    /// <param name="targets">Shape [N, t].</param>
    /// <param name="rows">The rows that count.</param>
    /// <param name="basis">The products.</param>
    public static NormalEquations Sums(PointCloud points, Targets targets, ReadOnlySpan<int> rows, PolynomialBasis basis)
    {
        var equations = new NormalEquations(basis.Count, targets.Count);
        var products = new double[basis.Count];
        foreach (var row in rows)
        {
            basis.Values(points.Row(row), products);
            equations.Add(products, targets.Row(row));
        }

        return equations;
    }

    private void Add(int place, double[] products, double[] gradients, FunctionJets jets)
    {
        var n = Inputs;
        for (var a = 0; a < outputs; a++)
        {
            var value = 0.0;
            var slope = jets.Jacobians.AsSpan(((place * outputs) + a) * n, n);
            for (var p = 0; p < products.Length; p++)
            {
                var c = coefficients[(p * outputs) + a];
                value += c * products[p];
                for (var j = 0; j < n; j++)
                {
                    slope[j] += c * gradients[(p * n) + j];
                }
            }

            jets.Values[(place * outputs) + a] = value;
        }
    }
}

/// <summary>The quantities that are to be learned, one row a sample.</summary>
/// <param name="Values">Shape [N, count].</param>
/// <param name="Count">How many quantities.</param>
internal sealed record Targets(double[] Values, int Count)
{
    /// <summary>The quantities of a sample.</summary>
    public ReadOnlySpan<double> Row(int row) => Values.AsSpan(row * Count, Count);

    /// <summary>Some of the quantities, in this order.</summary>
    public Targets Select(ReadOnlySpan<int> columns)
    {
        var rows = Values.Length / Count;
        var values = new double[rows * columns.Length];
        for (var i = 0; i < rows; i++)
        {
            for (var a = 0; a < columns.Length; a++)
            {
                values[(i * columns.Length) + a] = Values[(i * Count) + columns[a]];
            }
        }

        return new(values, columns.Length);
    }
}
