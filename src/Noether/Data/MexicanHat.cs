using Noether.Runs;

namespace Noether.Data;

/// <summary>The Mexican-hat potential V(x, y) = -a r^2 + r^4 with r^2 = x^2 + y^2, Eq. (S3), and samples of it. Its symmetry is SO(2).</summary>
public sealed record MexicanHat
{
    /// <summary>The coefficient a > 0 of the quadratic term. Default 2.3, so that V falls to -1.32 and every class of the paper occurs.</summary>
    public double Quadratic
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, nameof(Quadratic));
            field = value;
        }
    } = 2.3;

    /// <summary>Half the side of the square around the origin that is sampled. Default 1.8: the outermost circle of the paper's classes has radius 1.63, and a smaller box would cut it into arcs.</summary>
    public double HalfWidth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, nameof(HalfWidth));
            field = value;
        }
    } = 1.8;

    /// <summary>The classes: |V - k/5| below 0.001 for k = -5 .. 5.</summary>
    public ValueWindows Windows { get; init; } = new(first: -1, last: 1, step: 0.2, halfWidth: 1e-3);

    /// <summary>Samples per class. Default 1000.</summary>
    public int SamplesPerClass
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(SamplesPerClass));
            field = value;
        }
    } = 1000;

    /// <summary>The potential at a point.</summary>
    public double Value(double x, double y)
    {
        var square = (x * x) + (y * y);
        return square * (square - Quadratic);
    }

    /// <summary>The squared radii r^2 at which the potential has a value, increasing: two circles, one, or none; a circle of radius 0 counts.</summary>
    public ImmutableArray<double> SquaredRadii(double value)
    {
        var discriminant = (Quadratic * Quadratic / 4) + value;
        if (discriminant < 0)
        {
            return [];
        }

        var root = Math.Sqrt(discriminant);
        var inner = (Quadratic / 2) - root;
        return inner >= 0 ? [inner, (Quadratic / 2) + root] : [(Quadratic / 2) + root];
    }

    /// <summary>The circle that a point of a class lies on: 0 for the innermost.</summary>
    public int CircleOf(double x, double y) => (x * x) + (y * y) < Quadratic / 2 ? 0 : 1;

    /// <summary>Points drawn uniformly from the square until every class has <see cref="SamplesPerClass"/>; points of no class and of full classes are passed over.</summary>
    /// <exception cref="InvalidOperationException">A window holds no value that the potential takes in the square.</exception>
    public LabelledPoints Sample(Seed seed, Execution execution)
    {
        RequireReachableClasses();
        var random = seed.For("mexican-hat").Stream();
        var found = new int[Windows.Count];
        var values = new List<double>(2 * Windows.Count * SamplesPerClass);
        var classes = ImmutableArray.CreateBuilder<int>(Windows.Count * SamplesPerClass);
        while (classes.Count < Windows.Count * SamplesPerClass)
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            var x = random.NextUniform(-HalfWidth, HalfWidth);
            var y = random.NextUniform(-HalfWidth, HalfWidth);
            var k = Windows.ClassOf(Value(x, y));
            if (k >= 0 && found[k] < SamplesPerClass)
            {
                found[k]++;
                values.Add(x);
                values.Add(y);
                classes.Add(k);
            }
        }

        return new(new(classes.Count, 2, [.. values]), new Labels("V", classes.MoveToImmutable(), Windows.Names));
    }

    private void RequireReachableClasses()
    {
        foreach (var centre in Windows.Centres)
        {
            if (!SquaredRadii(centre).Any(square => square < 2 * HalfWidth * HalfWidth))
            {
                throw new InvalidOperationException($"The potential does not take the value {centre} in the square of half width {HalfWidth}; its least value is {-Quadratic * Quadratic / 4:0.####}.");
            }
        }
    }
}
