using Noether.Learning;
using Noether.Orbits;

namespace Noether.Experiments.RotatedDigits;

/// <summary>Figure 9 of the paper, and what goes beyond it.</summary>
public sealed record RotatedDigitsOptions
{
    /// <summary>Pictures, the first of the data set, at least 10. Default 100, as in the paper.</summary>
    public int Images { get; init => field = AtLeast(value, 10, nameof(Images)); } = 100;

    /// <summary>Copies of each picture, the upright one among them, at least 20. Default 100, as in the paper.</summary>
    public int Rotations { get; init => field = AtLeast(value, 20, nameof(Rotations)); } = 100;

    /// <summary>The digit whose orbits are looked at. Default: the paper's eight.</summary>
    public string Digit { get; init; } = "8";

    /// <summary>How many pictures of the digit are taken together. Default 1, 3 and 8; as many as there are where there are fewer.</summary>
    public ImmutableArray<int> Together { get; init; } = [1, 3, 8];

    /// <summary>Numbers of coordinates on which the generator's frequencies are found: an invariant line and planes, so odd. Default 3, 5, 7 and 9.</summary>
    public ImmutableArray<int> Coordinates { get; init; } = [3, 5, 7, 9];

    /// <summary>Pictures, of all digits, whose orbits give the frequencies, at least 3. Default 30: the cost grows with their number, and 30 decide.</summary>
    public int FrequencyImages { get; init => field = AtLeast(value, 3, nameof(FrequencyImages)); } = 30;

    /// <summary>The network that learns the digits from the pixels.</summary>
    public NetworkOptions Network { get; init; } = new();

    /// <summary>How it is trained.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>How the embedding is cut into orbits.</summary>
    public OrbitOptions Orbits { get; init; } = new();

    /// <summary>Whether figures are made. Default: true.</summary>
    public bool Figures { get; init; } = true;

    private static int AtLeast(int value, int least, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }
}
