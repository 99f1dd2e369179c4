namespace Noether.Reporting.Export;

/// <summary>The Wolfram Language.</summary>
internal static class MathematicaExport
{
    private static readonly NestedLists Lists = new("{", "}") { Exponent = "*^" };

    public static string Write(ExportedSymmetry symmetry) =>
        $"""
        (* {Comment(symmetry.Title)} *)
        columns = {Lists.List(symmetry.Columns.Select(name => NestedLists.Quoted(name)))};
        centre = {Lists.Vector(symmetry.Centre)};

        (* G_a, acting on x - centre{(symmetry.HasTranslations ? ", followed by a 1: the last column translates" : "")} *)
        generators = {Lists.Matrices(symmetry.Generators)};

        (* the group element exp(sum of t_a G_a) *)
        element[t_] := MatrixExp[t . generators]

        (* samples, one a row, moved along the symmetry by t *)
        move[samples_, t_] := With[{"{"}g = element[t], d = Length[centre]{"}"},
          With[{"{"}shift = centre + Total[g[[1 ;; d, d + 1 ;;]], {"{"}2{"}"}]{"}"},
            (g[[1 ;; d, 1 ;; d]] . (# - centre) + shift) & /@ samples]]

        (* every sample moved by an element of its own; labels and values stay *)
        augment[samples_, size_ : 1.0] := With[{"{"}normal = NormalDistribution[0, size]{"}"},
          First[move[{"{"}#{"}"}, RandomVariate[normal, Length[generators]]]] & /@ samples]
        {(symmetry.Metric is { } metric ? $"""

        (* what the symmetry leaves unchanged, for each sample *)
        metric = {Lists.Matrix(metric)};
        invariant[samples_] := ((# - centre) . metric . (# - centre)) & /@ samples

        """ : "")}
        """;

    /// <summary>A text that neither ends the comment nor begins another.</summary>
    private static string Comment(string text) =>
        NestedLists.OneLine(text).Replace("*)", "* )", StringComparison.Ordinal).Replace("(*", "( *", StringComparison.Ordinal);
}
