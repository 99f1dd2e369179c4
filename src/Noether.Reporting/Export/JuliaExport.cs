using Noether.Numerics;

namespace Noether.Reporting.Export;

/// <summary>Julia with its standard library.</summary>
internal static class JuliaExport
{
    private static readonly NestedLists Lists = new("[", "]");

    public static string Write(ExportedSymmetry symmetry) =>
        $"""
        # {NestedLists.OneLine(symmetry.Title)}
        using LinearAlgebra

        columns = {Lists.List(symmetry.Columns.Select(name => NestedLists.Quoted(name, "\\\"$")))}
        centre = {Lists.Vector(symmetry.Centre)}

        # G_a, acting on x - centre{(symmetry.HasTranslations ? ", followed by a 1: the last column translates" : "")}
        generators = [
        {string.Join(",\n", symmetry.Generators.Select(matrix => "    " + Matrix(matrix)))}
        ]

        # The group element exp(sum of t_a G_a)
        element(t) = exp(sum(t[a] * generators[a] for a in eachindex(generators)))

        # Samples, one a row, moved along the symmetry by t
        function move(samples, t)
            g, d = element(t), length(centre)
            shift = vec(sum(g[1:d, d+1:end], dims=2))
            return (samples .- centre') * g[1:d, 1:d]' .+ (shift + centre)'
        end

        # Every sample moved by an element of its own; labels and values stay
        augment(samples, size=1.0) = vcat([move(samples[i:i, :], size * randn(length(generators))) for i in axes(samples, 1)]...)
        {(symmetry.Metric is { } metric ? $"""

        # What the symmetry leaves unchanged, for each sample
        metric = {Matrix(metric)}
        invariant(samples) = vec(sum(((samples .- centre') * metric) .* (samples .- centre'), dims=2))

        """ : "")}
        """;

    private static string Matrix(Matrix matrix) => $"[{Lists.Rows(matrix, " ", "; ")}{(matrix.Entries.Length == 1 ? ";;" : "")}]";
}
