using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Topology;

/// <summary>Chern classes of a configuration, integrated against its intersection form.</summary>
internal static class CharacteristicClasses
{
    /// <summary>Contracts a form with p_k = sum_r (n_r + 1) J_r^k - sum_a L_a^k, k! times the Chern character ch_k. Eq. (C3).</summary>
    public static IntersectionForm ContractPowerSum(ConfigurationMatrix matrix, IntersectionForm form, int k)
    {
        var result = new IntersectionForm(matrix.Rows, form.Degree - k);
        Span<int> vector = stackalloc int[matrix.Rows];
        for (var row = 0; row < matrix.Rows; row++)
        {
            vector.Clear();
            vector[row] = 1;
            result.Add(matrix.RowSum(row), form, new ClassPower(vector, k));
        }

        for (var column = 0; column < matrix.Columns; column++)
        {
            for (var row = 0; row < matrix.Rows; row++)
            {
                vector[row] = matrix[row, column];
            }

            result.Add(-1, form, new ClassPower(vector, k));
        }

        return result;
    }

    /// <summary>c_2 . J_r of a threefold: -1/2 p_2, since c_1 = 0. Eq. (C3). Shape [m].</summary>
    public static ImmutableArray<long> SecondChernClass(ConfigurationMatrix matrix, IntersectionForm form)
    {
        var contracted = ContractPowerSum(matrix, form, 2);
        var chern = ImmutableArray.CreateBuilder<long>(matrix.Rows);
        foreach (var value in contracted.Values)
        {
            chern.Add(Exact(-value, 2));
        }

        return chern.MoveToImmutable();
    }

    /// <summary>The Euler number, the integral of c_D; a sum over the partitions of D into parts of 2 and more. Eq. (C4).</summary>
    public static long EulerNumber(ConfigurationMatrix matrix, IntersectionForm form)
    {
        var factorial = Int128.One;
        for (var k = 2; k <= form.Degree; k++)
        {
            factorial = checked(factorial * k);
        }

        var sum = SumOverPartitions(matrix, form, new(form.Degree, 0, factorial));
        var (quotient, remainder) = Int128.DivRem(sum, factorial);
        return remainder == 0 ? checked((long)quotient) : throw new InvalidOperationException("The Euler number came out as a fraction; this is an error in Noether.");
    }

    /// <summary>Adds sign * weight * integral over all ways to go on with parts no larger than the last one.</summary>
    private static Int128 SumOverPartitions(ConfigurationMatrix matrix, IntersectionForm form, PartialPartition partition)
    {
        if (form.Degree == 0)
        {
            return checked(partition.Weight * form.Values[0]);
        }

        var sum = Int128.Zero;
        for (var part = Math.Min(partition.LastPart, form.Degree); part >= 2; part--)
        {
            sum = checked(sum + SumOverPartitions(matrix, ContractPowerSum(matrix, form, part), partition.With(part)));
        }

        return sum;
    }

    private static long Exact(long value, long divisor) =>
        value % divisor == 0 ? value / divisor : throw new InvalidOperationException($"{value} is no multiple of {divisor}; this is an error in Noether.");
}
