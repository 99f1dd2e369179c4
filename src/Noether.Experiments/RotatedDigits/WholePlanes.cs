namespace Noether.Experiments.RotatedDigits;

/// <summary>
/// How many principal components may be kept without cutting a plane of rotation in two, Eq. (I2): the two components of a plane have equal
/// variances, so that cuts belong where the variances fall.
/// </summary>
internal static class WholePlanes
{
    /// <summary>A fall counts from two standard errors on.</summary>
    private const double StandardErrors = 2;

    /// <summary>The least number of components, no less than asked for, behind which the variances fall; null where none does.</summary>
    /// <param name="standardDeviations">Along the principal components, decreasing.</param>
    /// <param name="pictures">Independent pictures behind the variances.</param>
    /// <param name="least">Components asked for.</param>
    public static int? AtLeast(ImmutableArray<double> standardDeviations, int pictures, int least)
    {
        // A variance of m independent values has the relative standard error sqrt(2 / m).
        var fall = 1 + (StandardErrors * Math.Sqrt(2.0 / pictures));
        for (var count = least; count < standardDeviations.Length; count++)
        {
            var (last, next) = (standardDeviations[count - 1], standardDeviations[count]);
            if (last * last > fall * next * next)
            {
                return count;
            }
        }

        return null;
    }
}
