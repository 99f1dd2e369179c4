using Noether.Data;
using Noether.Data.Images;
using Noether.Embeddings;
using Noether.Runs;

namespace Noether.Experiments.RotatedDigits;

/// <summary>The turned pictures with their coordinates along principal components.</summary>
internal sealed record RotatedDigitsSamples
{
    /// <summary>Principal components that are looked at; beyond them no whole set of planes was ever needed.</summary>
    private const int MostComponents = 40;

    /// <summary>The components that the paper's figure uses.</summary>
    private const int PaperComponents = 3;

    public required RotatedImages Rotated { get; init; }

    /// <summary>What the network sees: the pixels as they are, and the digits as labels.</summary>
    public required LabelledPoints Seen { get; init; }

    public required PrincipalComponents Components { get; init; }

    /// <summary>Coordinates along the principal components. Shape [n, 40].</summary>
    public required PointCloud Projected { get; init; }

    /// <summary>The pictures of the digit that is looked at.</summary>
    public required ImmutableArray<int> Pictures { get; init; }

    /// <summary>The coordinates of Figure 9. Shape [n, 3].</summary>
    public PointCloud Figure9 => First(PaperComponents);

    public static RotatedDigitsSamples Of(DigitImages digits, RotatedDigitsOptions options, Seed seed, Execution execution)
    {
        var first = Enumerable.Range(0, Math.Min(options.Images, digits.Images.Count)).ToArray();
        var rotated = RotatedImages.Of(digits.Images.Select(first), options.Rotations, options.Angles, seed.For("angles"), execution);
        var pixels = rotated.Images.ToPoints();
        var components = PrincipalComponents.Find(pixels, new() { Count = Math.Min(MostComponents, pixels.Dimension) }, execution);
        return new()
        {
            Rotated = rotated,
            Seen = new(pixels, digits.Digits.Select(rotated.Sources.AsSpan())),
            Components = components,
            Projected = components.Transform(pixels, execution),
            Pictures = [.. first.Where(picture => digits.Digits.ClassNames[digits.Digits.Classes[picture]] == options.Digit)],
        };
    }

    /// <summary>The first coordinates of every sample.</summary>
    public PointCloud First(int count) => Projected.FirstCoordinates(count);

    /// <summary>All turns of one picture.</summary>
    public PointCloud OrbitOf(PointCloud points, int picture) => points.Select([.. Enumerable.Range(0, Rotated.Sources.Length).Where(i => Rotated.Sources[i] == picture)]);

    /// <summary>All turns of several pictures, an orbit each.</summary>
    public ImmutableArray<PointCloud> OrbitsOf(PointCloud points, IEnumerable<int> pictures) => [.. pictures.Select(picture => OrbitOf(points, picture))];
}
