namespace Noether.Numerics;

/// <summary>What deviation counts as none. Named values say which noise they allow for.</summary>
/// <param name="Absolute">Deviation allowed whatever the size of the numbers; in their units.</param>
/// <param name="Relative">Deviation allowed per size of the larger number; dimensionless.</param>
internal readonly record struct Tolerance(double Absolute, double Relative)
{
    /// <summary>For closed-form algebra in <see cref="double"/>: rounding only.</summary>
    public static Tolerance Rounding { get; } = new(Absolute: 1e-12, Relative: 1e-9);

    /// <summary>For sums in <see cref="float"/>, as in training and distances.</summary>
    public static Tolerance SinglePrecision { get; } = new(Absolute: 1e-6, Relative: 1e-4);

    /// <summary>Whether two numbers agree within this tolerance.</summary>
    public bool Equal(double x, double y) => Math.Abs(x - y) <= Absolute + (Relative * Math.Max(Math.Abs(x), Math.Abs(y)));
}
