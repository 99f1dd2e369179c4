using Noether.Numerics;

namespace Noether.LieAlgebras.Closing;

/// <summary>A positive definite quadratic form that generators leave invariant, A^T P + P A = 0, Eq. (A5): it exists exactly when they generate a group with compact closure.</summary>
/// <param name="Form">P, scaled to trace n. Shape [n, n].</param>
/// <param name="IsCertain">Whether it is invariant and positive definite beyond noise; false where noise does not decide.</param>
internal sealed record InvariantForm(Matrix Form, bool IsCertain)
{
    /// <summary>
    /// Coordinates are expected to be within a factor three of orthogonal ones, so that the form's eigenvalues are within a factor ten: where noise
    /// resolves less than this, a rotation on a long ellipse and a shear look alike.
    /// </summary>
    private const double SmallestEigenvalue = 0.1;

    /// <summary>How many times the expected noise the form may change under the generators, and how small an eigenvalue may be.</summary>
    private const double NoiseLengths = 2;

    /// <summary>Turns of the search: each clips the form to positive definite ones and returns to the invariant ones.</summary>
    private const int Turns = 20;

    /// <summary>Share of the largest eigenvalue to which a turn lifts smaller ones.</summary>
    private const double Lift = 0.1;

    /// <summary>Damping in units of the expected noise: forms that change by noise alone keep nine tenths of their size, so that the form stays near the identity.</summary>
    private const double Damping = 3;

    /// <summary>Products with the linear map per projection at most.</summary>
    private const int Products = 200;

    /// <summary>Products with the linear map and its transpose at most, each, in a search.</summary>
    internal const int MostProducts = Turns * Products;

    /// <summary>An invariant form near the identity; null when the generators leave none invariant by more than their noise explains.</summary>
    public static InvariantForm? Find(GeneratorSpan span)
    {
        var n = span.Size;
        var expected = Math.Sqrt(2 * (n + 1) * span.Noise.Sum(noise => noise * noise)); // |N^T P + P N| / |P|, root mean square
        var least = NoiseLengths * span.NoiseNorm;
        var form = Matrix.Identity(n);
        for (var turn = 0; turn < Turns; turn++)
        {
            if (Normalised(Project(span, form, Damping * expected)) is not { } next)
            {
                return null;
            }

            form = next;
            var spectrum = SymmetricEigen.Of(form);
            if (spectrum.Values[0] > least * spectrum.Values[^1])
            {
                break;
            }

            form = turn < Turns - 1 ? Clipped(spectrum) : form;
        }

        return Judged(form, Change(span, form) / (NoiseLengths * expected * form.Norm), least);
    }

    /// <summary>The form with how certain it is; null when it changes by more than noise explains, or is not positive definite.</summary>
    /// <param name="form">The form that changes least.</param>
    /// <param name="change">Its change under the generators, relative to what noise explains.</param>
    /// <param name="least">The smallest eigenvalue, relative to the largest, that noise lets us see.</param>
    private static InvariantForm? Judged(Matrix form, double change, double least)
    {
        var values = SymmetricEigen.Of(form).Values;
        var smallest = values[0] / values[^1];
        if (change > NoiseLengths || smallest < -least)
        {
            return null;
        }

        var isPositive = smallest > least;
        return isPositive || least > SmallestEigenvalue ? new(form, isPositive && change <= 1) : null;
    }

    /// <summary>The form made plainly positive: no eigenvalue is below a tenth of the largest.</summary>
    public InvariantForm Lifted() => this with { Form = Normalised(Clipped(SymmetricEigen.Of(Form)))! };

    /// <summary>Coordinates in which the form is the identity: the generators P^(1/2) A P^(-1/2), whose symmetric part is noise and is dropped.</summary>
    public GeneratorSpan Orthogonal(GeneratorSpan span)
    {
        var (root, inverse) = Roots();
        var skew = span.Basis.Select(matrix => root * matrix * inverse).Select(matrix => 0.5 * (matrix - matrix.Transposed));
        var spread = root.Norm * inverse.Norm / span.Size; // of the entries of noise under the change of coordinates
        var noise = span.Noise.Select(error => error * spread);
        return new GeneratorSpan([.. span.Basis], [.. noise]).With(Closing.Orthonormal.Nearest([.. skew]));
    }

    /// <summary>P^(1/2) and P^(-1/2).</summary>
    public (Matrix Root, Matrix Inverse) Roots()
    {
        var spectrum = SymmetricEigen.Of(Form);
        Matrix Power(double exponent) => spectrum.Vectors.Transposed
            * Matrix.Generate(Form.Rows, Form.Rows, (k, i) => Math.Pow(spectrum.Values[k], exponent) * spectrum.Vectors[k, i]);
        return (Power(0.5), Power(-0.5));
    }

    /// <summary>Damped least squares: forms that change by less than the noise stay, the others go.</summary>
    private static Matrix Project(GeneratorSpan span, Matrix form, double damping)
    {
        var map = Damped(span, damping);
        var right = new double[map.Outputs];
        map.Apply(form.Entries.ToArray(), right);
        Array.Clear(right, right.Length - map.Inputs, map.Inputs);
        var change = LeastSquares.Shortest(map, right, Tolerance.Rounding.Absolute, Products);
        return form - Matrix.FromEntries(span.Size, span.Size, change);
    }

    private static LinearMap Damped(GeneratorSpan span, double damping)
    {
        var (n, entries) = (span.Size, span.Size * span.Size);
        return new(entries, (span.Dimension + 1) * entries, Apply, ApplyTransposed);

        void Apply(double[] form, double[] image)
        {
            var p = Matrix.FromEntries(n, n, form);
            for (var a = 0; a < span.Dimension; a++)
            {
                (span.Basis[a].Transposed * p + p * span.Basis[a]).Entries.CopyTo(image.AsSpan(a * entries));
            }

            (damping * p).Entries.CopyTo(image.AsSpan(span.Dimension * entries));
        }

        void ApplyTransposed(double[] image, double[] form)
        {
            var sum = damping * Matrix.FromEntries(n, n, image.AsSpan(span.Dimension * entries));
            for (var a = 0; a < span.Dimension; a++)
            {
                var part = Matrix.FromEntries(n, n, image.AsSpan(a * entries, entries));
                sum += span.Basis[a] * part + part * span.Basis[a].Transposed;
            }

            sum.Entries.CopyTo(form);
        }
    }

    private static double Change(GeneratorSpan span, Matrix form) =>
        Math.Sqrt(span.Basis.Sum(matrix => matrix.Transposed * form + form * matrix is var change ? change.InnerProduct(change) : 0));

    private static Matrix? Normalised(Matrix form) =>
        form.Trace > Tolerance.Rounding.Relative * form.Rows ? form.Rows / form.Trace * (0.5 * (form + form.Transposed)) : null;

    private static Matrix Clipped(SymmetricEigen spectrum)
    {
        var n = spectrum.Vectors.Rows;
        var lowest = Lift * spectrum.Values[^1];
        return spectrum.Vectors.Transposed * Matrix.Generate(n, n, (k, i) => Math.Max(lowest, spectrum.Values[k]) * spectrum.Vectors[k, i]);
    }
}
