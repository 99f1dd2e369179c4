using Noether.Data.Images;
using Noether.Learning;

namespace Noether.Experiments.RotatedDigits;

/// <summary>Figure 9 of the paper, and what goes beyond it.</summary>
internal sealed record RotatedDigitsOptions
{
    /// <summary>Turned pictures that are looked at, at most: pictures times rotations. So many take some gigabytes.</summary>
    public const int MostTurned = 100_000;

    /// <summary>Pictures, the first of the data set, at least 10. Default 100, as in the paper.</summary>
    public int Images { get; init => field = AtLeast(value, 10, nameof(Images)); } = 100;

    /// <summary>Copies of each picture, the upright one among them, at least 20. Default 100, as in the paper.</summary>
    public int Rotations { get; init => field = AtLeast(value, 20, nameof(Rotations)); } = 100;

    /// <summary>
    /// How the angles are drawn. Default stratified: with a hundred independent angles the principal components are a hundredth off the planes of rotation, and gaps of
    /// fifteen degrees tear the orbits; the paper's independent angles are looked at beside.
    /// </summary>
    public AngleSampling Angles { get; init; } = AngleSampling.Stratified;

    /// <summary>The digit whose orbits are looked at. Default: the paper's eight.</summary>
    public string Digit { get; init; } = "8";

    /// <summary>How many pictures of the digit are taken together, each number at least 1. Default 1, 3 and 8; as many as there are where there are fewer.</summary>
    public ImmutableArray<int> Together { get; init => field = Each(value, count => count >= 1, "numbers of pictures are one or more whole numbers from 1", nameof(Together)); } = [1, 3, 8];

    /// <summary>Numbers of coordinates on which the generator's frequencies are found: an invariant line and planes, so odd, at least 3. Default 3, 5, 7 and 9.</summary>
    public ImmutableArray<int> Coordinates { get; init => field = Each(value, count => count >= 3 && int.IsOddInteger(count), "numbers of coordinates are one or more odd numbers from 3", nameof(Coordinates)); } = [3, 5, 7, 9];

    /// <summary>Pictures, of all digits, whose orbits give the frequencies, at least 3. Default 30: the cost grows with their number, and 30 decide.</summary>
    public int FrequencyImages { get; init => field = AtLeast(value, 3, nameof(FrequencyImages)); } = 30;

    /// <summary>
    /// The network that learns the digits from the pixels, and how its embedding is cut into orbits. Default: pixels as they are, since standardising each would blow up those that are
    /// hardly ever lit and break the rotation; small initial weights, from which the network has to learn what tells digits apart, where larger ones keep the geometry of the pixels; and
    /// four neighbours, two on either side of a curve: three keep a stratified curve in one piece, Eq. (I5), and one more makes up for samples that are classified wrong and left out.
    /// An orbit has half of a picture's turns at least, whatever its smallest share is set to.
    /// </summary>
    public DiscoveryOptions Discovery { get; init; } = new()
    {
        Network = new() { InitialWeights = InitialWeights.InverseRootOfInputs },
        Training = new() { Standardised = false },
        Orbits = new() { Neighbours = 4 },
    };

    /// <summary>Whether figures are made. Default: true.</summary>
    public bool Figures { get; init; } = true;

    private static ImmutableArray<int> Each(ImmutableArray<int> values, Func<int, bool> isRight, string expected, string name) =>
        values.IsDefaultOrEmpty || !values.All(isRight) ? throw new ArgumentException($"Expected: {expected}; got: {(values.IsDefaultOrEmpty ? "none" : string.Join(", ", values))}.", name) : values;

    private static int AtLeast(int value, int least, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }
}
