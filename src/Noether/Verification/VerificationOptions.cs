namespace Noether.Verification;

/// <summary>How generators are put to the test.</summary>
public sealed record VerificationOptions
{
    /// <summary>All defaults.</summary>
    public static VerificationOptions Default { get; } = new();

    /// <summary>
    /// How far points are moved, t in exp(tA), each also with the other sign; all above 0. Default a quarter, a half and one radian for a
    /// rotation: far enough that a wrong generator leaves the orbit, near enough that a right one's standard error does not.
    /// </summary>
    public ImmutableArray<double> Angles
    {
        get;
        init
        {
            if (value.IsDefaultOrEmpty || value.Any(angle => !(angle > 0 && double.IsFinite(angle))))
            {
                throw new ArgumentException("Angles are one or more finite numbers above 0.", nameof(Angles));
            }

            field = value;
        }
    } = [0.25, 0.5, 1];

    /// <summary>Points moved per orbit, at most; at least 1. Default 200: their mean distance is known to a few percent.</summary>
    public int PointsPerOrbit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(PointsPerOrbit));
            field = value;
        }
    } = 200;

    /// <summary>Random matrices that serve as controls, at least 3. Default 15: enough for a median and quartiles.</summary>
    public int Controls
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 3, nameof(Controls));
            field = value;
        }
    } = 15;
}
