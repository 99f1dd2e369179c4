using Noether.LieAlgebras.Actions;

namespace Noether.LieAlgebras.Naming;

/// <summary>Tells the real forms of one type apart: by the signature of the Killing form, and where several share it, by what is conjugate to what and by the numbers that commute with an action, Eq. (A7).</summary>
internal static class RealForms
{
    /// <summary>The forms that an ideal may be, each with all its names; more than one where nothing that acts on the coordinates decides.</summary>
    /// <param name="ideals">The simple ideals.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="irreps">The real irreps with one of their complex parts each.</param>
    public static ImmutableArray<ImmutableArray<string>> Of(ImmutableArray<IdealRoots> ideals, int index, ImmutableArray<(HighestWeight Weight, IrrepType Type)> irreps)
    {
        var ideal = ideals[index];
        var forms = ideal.IsComplex ? [SimpleNames.Complex(ideal.Type)] : SimpleNames.RealForms(ideal.Type, ideal.NegativeDirections);
        return (forms.Length, ideal.Type.Family) switch
        {
            (0 or 1, _) => forms,
            (_, 'A') => [.. forms.Where(form => form[0].StartsWith("su", StringComparison.Ordinal) != IsVectorItsOwnConjugate(ideal))],
            _ when VectorType(index, irreps) is { } type => [.. forms.Where(form => form[0].StartsWith("so*", StringComparison.Ordinal) == (type == IrrepType.Quaternionic))],
            _ => forms,
        };
    }

    /// <summary>Conjugation takes the vectors of su(p,q) to their dual and leaves those of sl(n,H) what they are.</summary>
    private static bool IsVectorItsOwnConjugate(IdealRoots ideal)
    {
        ImmutableArray<int> vector = [1, .. Enumerable.Repeat(0, ideal.Type.Rank - 1)];
        return ideal.Roots.Conjugate(vector).AsSpan().SequenceEqual(vector.AsSpan());
    }

    /// <summary>The type of an irrep on which this ideal of type D alone acts, as odd powers of its vectors do: real for so(p,q), quaternionic for so*(n). Null without one.</summary>
    private static IrrepType? VectorType(int index, ImmutableArray<(HighestWeight Weight, IrrepType Type)> irreps)
    {
        foreach (var (weight, type) in irreps)
        {
            var isAlone = weight.Labels.Where((labels, other) => other != index).All(labels => labels.All(label => label == 0));
            if (isAlone && type != IrrepType.Complex && IsOddPowerOfVectors(weight.Labels[index]))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>Whether the coordinates of a weight of type D, in the basis in which the vectors have the weights of +-1, are integers with an odd sum.</summary>
    private static bool IsOddPowerOfVectors(ImmutableArray<int> labels)
    {
        var (rank, spinors) = (labels.Length, labels[^2] + labels[^1]);
        var sum = labels.Take(rank - 2).Select((label, i) => (i + 1) * label).Sum() + (rank * spinors / 2) - labels[^2];
        return spinors % 2 == 0 && sum % 2 != 0;
    }
}
