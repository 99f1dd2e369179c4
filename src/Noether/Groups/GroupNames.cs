using System.Text.RegularExpressions;

namespace Noether.Groups;

/// <summary>A group's name taken apart; it becomes a group once the coordinates are known.</summary>
/// <param name="Family">"so", "S", "sign", "C", "Td", ..</param>
/// <param name="Numbers">What stands in brackets or behind the letter.</param>
/// <param name="Suffix">"v", "h" or "d" of a point group; of sign(..) the names of coordinates.</param>
internal sealed partial record GroupNames(string Family, ImmutableArray<int> Numbers, string Suffix)
{
    private const int LargestOrder = 60;

    /// <summary>What names there are, in a sentence.</summary>
    public const string Known = "so(n), o(n), so(p,q), o(p,q), se(n), e(n), t(n), sl(n), gl(n), aff(n), point groups such as C4, C3v, D3h, Td, Oh or Ih, S3 for permutations, and sign(x)";

    /// <summary>Takes a name apart.</summary>
    /// <exception cref="FormatException">No group has such a name.</exception>
    public static GroupNames Parse(string name)
    {
        if (Matrices().Match(name) is { Success: true } matrices)
        {
            ImmutableArray<int> numbers = [.. matrices.Groups["n"].Captures.Select(capture => int.Parse(capture.Value, null))];
            var family = matrices.Groups["f"].Value.ToLowerInvariant();
            if (numbers.All(number => number is > 0 and <= LargestOrder) && (numbers.Length == 1 || family is "so" or "o"))
            {
                return new(family, numbers, "");
            }
        }

        if (Signs().Match(name) is { Success: true } signs)
        {
            return new("sign", [], signs.Groups["c"].Value);
        }

        if (Cubic().IsMatch(name))
        {
            return new(name, [], "");
        }

        if (Axial().Match(name) is { Success: true } axial && int.Parse(axial.Groups["n"].Value, null) is var order and > 0 and <= LargestOrder)
        {
            return new(axial.Groups["f"].Value, [order], axial.Groups["s"].Value);
        }

        throw new FormatException($"no group is called \"{name}\"; known are {Known}");
    }

    /// <summary>The group on some coordinates.</summary>
    /// <param name="name">The whole name.</param>
    /// <param name="coordinates">The names of all. Shape [n].</param>
    /// <param name="vectors">The coordinates of each vector; empty for the default.</param>
    /// <exception cref="ArgumentException">The group moves another number of coordinates.</exception>
    public SymmetryGroup On(string name, ImmutableArray<string> coordinates, ImmutableArray<ImmutableArray<int>> vectors)
    {
        if (Family == "sign")
        {
            return Permutations.Sign(name, coordinates, [.. Suffix.Split(',').Select(part => IndexOf(part.Trim(), coordinates))]);
        }

        if (Family == "S")
        {
            return Exchanged(name, coordinates, vectors.IsEmpty ? [.. Enumerable.Range(0, coordinates.Length).Select(column => ImmutableArray.Create(column))] : vectors);
        }

        vectors = vectors.IsEmpty ? [[.. Enumerable.Range(0, coordinates.Length)]] : vectors;
        var d = vectors[0].Length;
        if (Matrix(name, d, vectors.Length == 1 ? [.. vectors[0].Select(column => coordinates[column])] : [.. Enumerable.Range(1, d).Select(axis => $"{axis}")]) is not { } group
            || vectors.Any(vector => vector.Length != d))
        {
            var expected = Family is "C" or "D" or "Cs" or "Ci" ? "2 or 3" : Numbers.IsEmpty || Suffix.Length > 0 ? "3" : $"{Numbers.Sum()}";
            throw new ArgumentException($"{name} moves vectors of {expected} coordinates, not of {string.Join(", ", vectors.Select(vector => vector.Length).Distinct())}", nameof(vectors));
        }

        return group.On(coordinates.Length, vectors);
    }

    // The group on one vector; null where it has another length.
    private SymmetryGroup? Matrix(string name, int d, ImmutableArray<string> axes) => Family switch
    {
        "C" or "D" or "Cs" or "Ci" or "T" or "Td" or "Th" or "O" or "Oh" or "I" or "Ih" => d switch
        {
            2 => PointGroups.OfPlane(name, Family, Numbers.FirstOrDefault(), Suffix),
            3 => PointGroups.OfSpace(name, Family, Numbers.FirstOrDefault(), Suffix),
            _ => null,
        },
        _ when d != Numbers.Sum() => null,
        "so" or "o" => ContinuousGroups.Orthogonal(name, axes, Numbers.Length > 1 ? Numbers[1] : 0, Family == "o"),
        "se" or "e" => ContinuousGroups.Euclidean(name, axes, Family == "e"),
        "t" => ContinuousGroups.Translations(name, axes),
        "aff" => ContinuousGroups.Affine(name, axes),
        _ => ContinuousGroups.Linear(name, axes, Family == "sl"),
    };

    private SymmetryGroup Exchanged(string name, ImmutableArray<string> coordinates, ImmutableArray<ImmutableArray<int>> vectors)
    {
        if (vectors.Length != Numbers[0] || vectors.Any(vector => vector.Length != vectors[0].Length) || Suffix.Length > 0)
        {
            throw new ArgumentException($"{name} exchanges {Numbers[0]} coordinates, or vectors of one length; there are {vectors.Length}", nameof(vectors));
        }

        ImmutableArray<string> names = [.. vectors.Select(vector => vector.Length == 1 ? coordinates[vector[0]] : $"({string.Join(", ", vector.Select(column => coordinates[column]))})")];
        return Permutations.Symmetric(name, coordinates.Length, vectors, names);
    }

    private static int IndexOf(string coordinate, ImmutableArray<string> coordinates) => coordinates.IndexOf(coordinate) is var column and >= 0 ? column
        : throw new ArgumentException($"no coordinate is called \"{coordinate}\"; they are {string.Join(", ", coordinates)}", nameof(coordinate));

    [GeneratedRegex(@"^(?<f>so|o|se|e|t|sl|gl|aff)\(\s*(?<n>\d{1,3})\s*(,\s*(?<n>\d{1,3})\s*)?\)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Matrices();

    [GeneratedRegex(@"^sign\((?<c>.+)\)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Signs();

    [GeneratedRegex("^(Cs|Ci|Td?|Th|Oh?|Ih?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Cubic();

    [GeneratedRegex("^((?<f>C)(?<n>[0-9]{1,3})(?<s>[vh]?)|(?<f>D)(?<n>[0-9]{1,3})(?<s>[hd]?)|(?<f>S)(?<n>[0-9]{1,3})(?<s>))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Axial();
}
