namespace Noether.Reporting.Export;

/// <summary>Python with NumPy.</summary>
internal static class NumpyExport
{
    private static readonly NestedLists Lists = new("[", "]");

    public static string Write(ExportedSymmetry symmetry) =>
        $"""
        # {NestedLists.OneLine(symmetry.Title)}
        import math

        import numpy as np

        columns = {Lists.List(symmetry.Columns.Select(name => NestedLists.Quoted(name)))}
        centre = np.array({Lists.Vector(symmetry.Centre)})

        # G_a, acting on x - centre{(symmetry.HasTranslations ? ", followed by a 1: the last column translates" : "")}
        generators = np.array({Lists.Matrices(symmetry.Generators)})


        def exponential(matrix):
            # The exponential of a square matrix by scaling and squaring (scipy.linalg.expm does the same).
            squarings = max(0, math.ceil(math.log2(float(abs(matrix).sum()) + 1.0))) + 2
            scaled = matrix / 2.0**squarings
            term = result = np.eye(len(matrix))
            for n in range(1, 15):
                term = term @ scaled / n
                result = result + term
            for _ in range(squarings):
                result = result @ result
            return result


        def element(t):
            # The group element exp(sum of t_a G_a).
            return exponential(sum(float(t_a) * g for t_a, g in zip(t, generators)))


        def move(samples, t):
            # Samples, shape [n, {symmetry.Dimension}], moved along the symmetry by t, shape [{symmetry.Generators.Length}].
            g, d = element(t), len(centre)
            return (samples - centre) @ g[:d, :d].T + g[:d, d:].sum(axis=1) + centre


        def augment(samples, rng, size=1.0):
            # Every sample moved by an element of its own: t normal with this standard deviation. Labels and values stay.
            return np.array([move(sample, rng.normal(0.0, size, len(generators))) for sample in samples])
        {(symmetry.Metric is { } metric ? $"""


        metric = np.array({Lists.Matrix(metric)})


        def invariant(samples):
            # What the symmetry leaves unchanged: (x - centre)^T M (x - centre) for each sample.
            return (((samples - centre) @ metric) * (samples - centre)).sum(axis=1)

        """ : "")}
        """;
}
