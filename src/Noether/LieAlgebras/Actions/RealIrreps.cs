using System.Numerics;
using Noether.LieAlgebras.Roots;
using Noether.LieAlgebras.Structure;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Actions;

/// <summary>Puts the parts of the complexified action together to real ones: a part with its conjugate, or a part that is its own conjugate.</summary>
/// <param name="ideals">The simple ideals.</param>
/// <param name="acting">The matrices that act: a basis of the ideals, and the rotations of the centre.</param>
/// <param name="seed">For generic elements of the commutant.</param>
internal sealed class RealIrreps(ImmutableArray<IdealRoots> ideals, ImmutableArray<Matrix> acting, Seed seed)
{
    /// <summary>Random elements of the commutant that are asked for a real eigenvalue; each has one more likely than not when real multiplicity spaces exist.</summary>
    internal const int Draws = 16;

    private readonly Matrix[]?[] _parts = new Matrix[Draws][];

    /// <summary>The real irreps, each with one of its complex parts; the multiplicity is that of the real irrep.</summary>
    public ImmutableArray<(HighestWeight Weight, IrrepType Type)> Of(ImmutableArray<HighestWeight> weights)
    {
        var irreps = ImmutableArray.CreateBuilder<(HighestWeight, IrrepType)>();
        var left = weights.ToList();
        while (left.Count > 0)
        {
            var weight = left[0];
            var conjugate = left.Find(other => IsConjugate(weight, other));
            left.Remove(weight);
            if (conjugate is not null && !ReferenceEquals(conjugate, weight))
            {
                left.Remove(conjugate);
                irreps.Add((string.CompareOrdinal(Key(weight), Key(conjugate)) >= 0 ? weight : conjugate, IrrepType.Complex));
                continue;
            }

            var type = TypeOf(weight);
            irreps.Add((type == IrrepType.Quaternionic ? weight with { Multiplicity = weight.Multiplicity / 2 } : weight, type));
        }

        return irreps.ToImmutable();
    }

    /// <summary>Orders a part and its conjugate, so that the same one stands for both in every run.</summary>
    private static string Key(HighestWeight weight) => string.Concat(weight.Labels.SelectMany(labels => labels).Select(label => (char)('0' + label)));

    private bool IsConjugate(HighestWeight weight, HighestWeight other) =>
        other.HasLabels([.. ideals.Select((ideal, i) => ideal.Roots.Conjugate(weight.Labels[i]))])
        && weight.Characters.Zip(other.Characters).All(pair => Complex.Abs(Complex.Conjugate(pair.First) - pair.Second) <= RootSystem.Rounding * Math.Max(1, Complex.Abs(pair.First)));

    private IrrepType TypeOf(HighestWeight weight)
    {
        if (weight.Multiplicity % 2 == 1)
        {
            return IrrepType.Real;
        }

        if (ideals.All(ideal => ideal.IsCompact))
        {
            var odd = ideals.Select((ideal, i) => ideal.Type.IsQuaternionic(weight.Labels[i])).Count(quaternionic => quaternionic);
            return odd % 2 == 0 ? IrrepType.Real : IrrepType.Quaternionic;
        }

        return HasRealEigenvalue(weight) ? IrrepType.Real : IrrepType.Quaternionic;
    }

    /// <summary>Whether some element of the commutant has a real eigenvalue on this part: then its eigenspace is a real copy of it. Quaternions have none.</summary>
    private bool HasRealEigenvalue(HighestWeight weight)
    {
        for (var draw = 0; draw < Draws; draw++)
        {
            if (Parts(draw).Any(part => part.Rows == weight.Dimension && Carries(part, weight)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The eigenspaces of a random element of the commutant, the same for all parts of the action.</summary>
    private Matrix[] Parts(int draw) => _parts[draw] ??= [.. InvariantParts.Of(Commutant.RandomElement(acting, seed.For("commutant").For(draw), symmetric: false))];

    private bool Carries(Matrix part, HighestWeight weight)
    {
        ImmutableArray<IdealRoots> restricted = [.. ideals.Select(ideal => ideal with { Basis = [.. ideal.Basis.Select(matrix => part * matrix * part.Transposed)] })];
        return HighestWeights.Of(restricted, [], part.Rows, seed) is [var only] && only.HasLabels(weight.Labels);
    }
}
