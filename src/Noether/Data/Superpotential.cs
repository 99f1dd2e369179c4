using System.Numerics;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Data;

/// <summary>
/// A holomorphic function W of two complex fields Q and Q~ in the fundamental and the antifundamental representation of SU(2), which depends on their invariant
/// p = Q_1 Q~_1 + Q_2 Q~_2 alone, Eq. (S4), and samples of it.
/// </summary>
/// <remarks>
/// A sample is a point of R^8: real and imaginary part of Q_1, Q_2, Q~_1 and Q~_2, in this order: two fields of complex vectors, the second in the conjugate representation.
/// </remarks>
public sealed record Superpotential
{
    /// <summary>Real coordinates of a sample.</summary>
    public const int Dimension = 8;

    /// <summary>The names of the coordinates.</summary>
    public static ImmutableArray<string> CoordinateNames { get; } =
        ["Q1.re", "Q1.im", "Q2.re", "Q2.im", "Qt1.re", "Qt1.im", "Qt2.re", "Qt2.im"];

    /// <summary>The coefficients c_1, c_2, .. of W = c_1 p + c_2 p^2 + ..; finite, the last not 0. Default -1, 1: p and 1 - p have the same W, so that most classes hold two values of the invariant.</summary>
    public ImmutableArray<double> Coefficients
    {
        get;
        init
        {
            if (value.IsDefaultOrEmpty || value[^1] == 0 || value.Any(coefficient => !double.IsFinite(coefficient)))
            {
                throw new ArgumentException("A superpotential has at least one coefficient; all are finite, and the last is not 0.", nameof(Coefficients));
            }

            field = value;
        }
    } = [-1, 1];

    /// <summary>Where the fields are drawn. Default: the box.</summary>
    public SuperpotentialSampling Sampling { get; init; }

    /// <summary>The largest real or imaginary part of a field in the box, above 0 and finite. Default 1.</summary>
    public double HalfWidth
    {
        get;
        init => field = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(HalfWidth), value, "The half-width of the box is a finite number above 0.");
    } = 1;

    /// <summary>The classes of the real part of W, and of the imaginary part. Default k/5 with a half-width of 0.02 for k = -5 .. 5: 121 cells.</summary>
    public ValueWindows Windows { get; init; } = new(first: -1, last: 1, step: 0.2, halfWidth: 0.02);

    /// <summary>Samples per cell, at least 1. Default 500: two orbits of some hundred samples.</summary>
    public int SamplesPerCell
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(SamplesPerCell));
            field = value;
        }
    } = 500;

    /// <summary>Draws after which a cell that is not full is left out, at least 1. Default thirty million: cells at the rim of the range of W are hit too rarely.</summary>
    internal long MaximumDraws
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaximumDraws));
            field = value;
        }
    } = 30_000_000;

    /// <summary>The invariant p of a sample.</summary>
    /// <param name="sample">Shape [8].</param>
    public static Complex Invariant(ReadOnlySpan<double> sample) => Product(sample, 0) + Product(sample, 2);

    /// <summary>One term Q_i Q~_i of the invariant, which scalings of single components leave as it is.</summary>
    /// <param name="sample">Shape [8].</param>
    /// <param name="component">0 or 1.</param>
    internal static Complex Term(ReadOnlySpan<double> sample, int component) => Product(sample, 2 * component);

    /// <summary>W for a value of the invariant.</summary>
    public Complex Value(Complex invariant)
    {
        var value = Complex.Zero;
        for (var power = Coefficients.Length - 1; power >= 0; power--)
        {
            value = (value + Coefficients[power]) * invariant;
        }

        return value;
    }

    /// <summary>The values of the invariant in a cell, Eq. (S5): for each connected part of them the roots of W(p) = centre that lie in it.</summary>
    /// <param name="centre">The middle of the cell's windows.</param>
    internal ImmutableArray<ImmutableArray<Complex>> InvariantsIn(Complex centre)
    {
        var parts = PolynomialRoots.Of([-centre, .. Coefficients.Select(coefficient => (Complex)coefficient)]).Select(root => ImmutableArray.Create(root)).ToList();
        foreach (var critical in PolynomialRoots.Of([.. Coefficients.Select((coefficient, power) => (Complex)((power + 1) * coefficient))]))
        {
            var distance = Value(critical) - centre;
            if (Math.Abs(distance.Real) <= Windows.HalfWidth && Math.Abs(distance.Imaginary) <= Windows.HalfWidth)
            {
                parts = [.. parts.OrderBy(part => part.Min(root => Complex.Abs(root - critical)))];
                parts = [[.. parts[0], .. parts[1]], .. parts.Skip(2)];
            }
        }

        return [.. parts.OrderBy(part => part[0].Real).ThenBy(part => part[0].Imaginary)];
    }

    /// <summary>Samples until every cell of real and imaginary part has <see cref="SamplesPerCell"/>; samples of no cell and of full cells are passed over, and cells that do not fill are left out.</summary>
    /// <param name="seed">All chance in the samples.</param>
    /// <param name="execution">Threads, progress ("sample") and cancellation.</param>
    /// <returns>Two heads, "W.re" and "W.im"; the cells in which orbits are looked for are their combinations.</returns>
    /// <exception cref="InvalidDataException">No cell fills.</exception>
    public LabelledPoints Sample(Seed seed, Execution execution) => SuperpotentialSampler.Sample(this, seed, execution);

    /// <summary>Two superpotentials of equal numbers are equal.</summary>
    public bool Equals(Superpotential? other) =>
        other is not null && Coefficients.SequenceEqual(other.Coefficients) && Sampling == other.Sampling && HalfWidth == other.HalfWidth
        && Windows.Equals(other.Windows) && SamplesPerCell == other.SamplesPerCell && MaximumDraws == other.MaximumDraws;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Coefficients[^1], Sampling, HalfWidth, SamplesPerCell, MaximumDraws);

    /// <summary>The formula, such as "W = -p + p^2".</summary>
    public override string ToString() => "W = " + string.Join(
        " + ",
        Coefficients.Index().Where(term => term.Item != 0).Select(term => $"{Factor(term.Item)}p{(term.Index > 0 ? $"^{term.Index + 1}" : "")}")).Replace("+ -", "- ", StringComparison.Ordinal);

    private static string Factor(double coefficient) => coefficient switch
    {
        1 => "",
        -1 => "-",
        _ => $"{coefficient} ",
    };

    private static Complex Product(ReadOnlySpan<double> sample, int first) =>
        new Complex(sample[first], sample[first + 1]) * new Complex(sample[first + 4], sample[first + 5]);
}
