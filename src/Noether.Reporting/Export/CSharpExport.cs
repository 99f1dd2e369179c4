namespace Noether.Reporting.Export;

/// <summary>C# without any package.</summary>
internal static class CSharpExport
{
    private static readonly NestedLists Lists = new("[", "]");
    private static readonly NestedLists Braces = new("{", "}");

    public static string Write(ExportedSymmetry symmetry) =>
        $$"""
        // {{NestedLists.OneLine(symmetry.Title)}}
        using System;
        using System.Linq;

        public static class Symmetry
        {
            public static readonly string[] Columns = {{Lists.List(symmetry.Columns.Select(name => NestedLists.Quoted(name)))}};

            public static readonly double[] Centre = {{Lists.Vector(symmetry.Centre)}};

            // G_a, acting on x - Centre{{(symmetry.HasTranslations ? ", followed by a 1: the last column translates" : "")}}.
            public static readonly double[][,] Generators =
            [
        {{string.Join(",\n", symmetry.Generators.Select(matrix => "        new double[,] " + Braces.Matrix(matrix)))}}
            ];

            // The group element exp(sum of t_a G_a), by scaling and squaring.
            public static double[,] Element(params double[] t)
            {
                var n = Generators[0].GetLength(0);
                var sum = Table(n, (i, j) => t.Select((time, a) => time * Generators[a][i, j]).Sum());
                var squarings = Math.Max(0, (int)Math.Ceiling(Math.Log2(sum.Cast<double>().Sum(Math.Abs) + 1))) + 2;
                var scaled = Table(n, (i, j) => Math.ScaleB(sum[i, j], -squarings));
                var term = Table(n, (i, j) => i == j ? 1 : 0);
                var result = term;
                for (var order = 1; order < 15; order++)
                {
                    var (product, before) = (Product(term, scaled), result);
                    var next = Table(n, (i, j) => product[i, j] / order);
                    (term, result) = (next, Table(n, (i, j) => before[i, j] + next[i, j]));
                }

                return Enumerable.Range(0, squarings).Aggregate(result, (power, _) => Product(power, power));
            }

            // A sample moved along the symmetry.
            public static double[] Move(double[] sample, params double[] t)
            {
                var (element, d) = (Element(t), Centre.Length);
                var shift = element.GetLength(0) > d ? 1 : 0;
                return [.. Enumerable.Range(0, d).Select(Coordinate)];

                double Coordinate(int i) =>
                    Centre[i] + (shift == 0 ? 0 : element[i, d])
                        + Enumerable.Range(0, d).Sum(j => element[i, j] * (sample[j] - Centre[j]));
            }

            private static double[,] Product(double[,] a, double[,] b) =>
                Table(a.GetLength(0), (i, j) => Enumerable.Range(0, a.GetLength(0)).Sum(k => a[i, k] * b[k, j]));

            private static double[,] Table(int n, Func<int, int, double> entry)
            {
                var table = new double[n, n];
                for (var i = 0; i < n; i++)
                {
                    for (var j = 0; j < n; j++)
                    {
                        table[i, j] = entry(i, j);
                    }
                }

                return table;
            }
        {{(symmetry.Metric is { } metric ? $$"""

            // What the symmetry leaves unchanged.
            public static double Invariant(double[] sample) => Enumerable.Range(0, Centre.Length)
                .Sum(i => Enumerable.Range(0, Centre.Length).Sum(j => (sample[i] - Centre[i]) * Metric[i, j] * (sample[j] - Centre[j])));

            public static readonly double[,] Metric = {{Braces.Matrix(metric)}};
        }

        """ : "}\n")}}
        """;
}
