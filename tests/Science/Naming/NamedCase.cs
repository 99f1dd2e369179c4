using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;

namespace Noether.Science.Tests.Naming;

/// <summary>How often an algebra was named right, over several draws.</summary>
/// <param name="Title">The case.</param>
/// <param name="Draws">How many draws.</param>
/// <param name="Right">Named right with the verdict "unique".</param>
/// <param name="Wrong">Named wrong with the verdict "unique".</param>
/// <param name="Seconds">The longest processor time of a draw.</param>
/// <param name="Others">What else came out.</param>
internal sealed record NamedCase(string Title, int Draws, int Right, int Wrong, double Seconds, ImmutableArray<string> Others)
{
    /// <summary>Names each draw and compares with the truth; an answer is neither right nor wrong where that is null.</summary>
    public static NamedCase Of(string title, int draws, Func<int, AlgebraIdentification> name, Func<IdentifiedAlgebra, bool?> isRight)
    {
        var (right, wrong, longest, others) = (0, 0, 0.0, ImmutableArray.CreateBuilder<string>());
        for (var draw = 0; draw < draws; draw++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var found = name(draw);
            longest = Math.Max(longest, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
            var algebra = (found as AlgebraIdentification.Unique)?.Algebra;
            var verdict = algebra is null ? null : isRight(algebra);
            if (verdict == true)
            {
                right++;
                continue;
            }

            wrong += verdict == false ? 1 : 0;
            others.Add(Answer(found));
        }

        return new(title, draws, right, wrong, longest, others.ToImmutable());
    }

    /// <summary>
    /// Whether an answer is the entry of the catalogue: one of its names, its dimension, and its irreps, or where these are not listed irreps that fill the coordinates. Null where the name is
    /// right and charges are left open, with rates in their place.
    /// </summary>
    public static bool? IsEntry(IdentifiedAlgebra found, CataloguedAlgebra entry)
    {
        if (!IsNamed(found, entry))
        {
            return false;
        }

        var isRight = entry.Irreps is { } irreps ? Irreps(found) == irreps : found.Representation.Sum(irrep => irrep.Multiplicity * irrep.RealDimension) == entry.Size;
        return isRight ? true : found.Representation.Any(irrep => irrep.Label.Contains('.', StringComparison.Ordinal)) ? null : false;
    }

    /// <summary>Whether an answer has one of the names of the entry, and its dimension.</summary>
    public static bool IsNamed(IdentifiedAlgebra found, CataloguedAlgebra entry) => found.Aliases.Add(found.Name).Contains(entry.Name) && found.Dimension == entry.Dimension;

    /// <summary>The irreps without Dynkin labels, as the catalogue writes them.</summary>
    private static string Irreps(IdentifiedAlgebra found) =>
        string.Join("; ", found.Representation.Select(irrep => $"{irrep.Multiplicity} x {irrep.Label.Split(' ')[0]} {irrep.Type.ToString().ToLowerInvariant()}"));

    /// <summary>A name with what it acts on, candidates or a verdict.</summary>
    public static string Answer(AlgebraIdentification found) => found switch
    {
        AlgebraIdentification.Unique(var algebra) => algebra.Representation.IsEmpty ? algebra.Name : $"{algebra.Name} on {string.Join(" + ", algebra.Representation.Select(irrep => $"{irrep.Multiplicity} {irrep.Label}"))}",
        AlgebraIdentification.Ambiguous(var candidates) => candidates.IsEmpty ? "ambiguous" : $"ambiguous: {string.Join(" or ", candidates.Select(candidate => candidate.Name))}",
        _ => found.Verdict,
    };

    /// <summary>Equal other answers together.</summary>
    public string OtherAnswers => string.Join("; ", Others.GroupBy(answer => answer, StringComparer.Ordinal).Select(group => $"{group.Count()} x {group.Key}"));
}
