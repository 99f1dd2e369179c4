using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// The quadratic forms of Eq. (Y7) on all affine fields: with z' = (z, 1) and G = J_1^T J_2 they are S = E[w G x z' z'^T] and M = E[w
/// tr(G) 1 x z' z'^T].
/// </summary>
internal static class FieldForms
{
    private const int Blocks = 16; // fixed, so that the sums have the same bits at any number of threads

    /// <summary>Sums over all places.</summary>
    public static (Matrix S, Matrix M) Of(PointCloud places, SymmetryTest.Half half, Execution execution)
    {
        var n = places.Dimension;
        var (fields, moment) = (n * (n + 1), (n + 1) * (n + 1));
        var (s, z) = (new double[Blocks][], new double[Blocks][]);
        execution.ForEachBlock(Blocks, block =>
        {
            (s[block], z[block]) = (new double[n * n * moment], new double[moment]);
            var (point, outer) = (new double[n + 1], new double[moment]);
            for (var i = (int)((long)block * places.Count / Blocks); i < (int)((block + 1L) * places.Count / Blocks); i++)
            {
                places.Row(i).CopyTo(point);
                point[n] = 1;
                for (var a = 0; a <= n; a++)
                {
                    TensorPrimitives.Multiply(point, point[a] * half.Weights[i] / places.Count, outer.AsSpan(a * (n + 1), n + 1));
                }

                var trace = 0.0;
                for (var a = 0; a < n; a++)
                {
                    trace += half.Products[(((i * n) + a) * n) + a];
                    for (var b = 0; b <= a; b++)
                    {
                        var line = s[block].AsSpan(((a * n) + b) * moment, moment);
                        TensorPrimitives.MultiplyAdd(outer, half.Products[(((i * n) + a) * n) + b], line, line);
                    }
                }

                TensorPrimitives.MultiplyAdd(outer, trace, z[block], z[block]);
            }
        });

        for (var block = 1; block < Blocks; block++)
        {
            TensorPrimitives.Add(s[0], s[block], s[0]);
            TensorPrimitives.Add(z[0], z[block], z[0]);
        }

        var (form, second) = (s[0], z[0]);
        return (
            Matrix.Generate(fields, fields, (p, q) => form[(Pair(p / (n + 1), q / (n + 1)) * moment) + (p % (n + 1) * (n + 1)) + (q % (n + 1))]),
            Matrix.Generate(fields, fields, (p, q) => p / (n + 1) == q / (n + 1) ? second[(p % (n + 1) * (n + 1)) + (q % (n + 1))] : 0));

        int Pair(int a, int b) => a >= b ? (a * n) + b : (b * n) + a;
    }
}
