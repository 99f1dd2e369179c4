using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Science.Tests.Naming;

/// <summary>The first real forms that the signature of the Killing form does not tell apart.</summary>
[Collection("naming")]
public sealed class RealFormTests(ITestOutputHelper output)
{
    private const double Unlimited = 1e15; // the work of 195 generators of 28 x 28 at worst is beyond the default limit

    public static TheoryData<string> Forms => Scale.IsFull ? ["so(12,6)", "so*(18)", "su(9,5)", "sl(7,H)"] : ["so(12,6)"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Forms_of_one_signature_are_told_apart_by_what_acts(string name)
    {
        var found = Assert.IsType<AlgebraIdentification.Unique>(Identify(Defining(name))).Algebra;

        Assert.Equal(name, found.Name);
        Assert.Empty(found.Aliases);
    }

    /// <summary>The control: with a charge, vectors of both are of complex type, and nothing that acts tells.</summary>
    [Fact]
    public void Vectors_with_a_charge_leave_both_open()
    {
        Assert.SkipUnless(Scale.IsFull, "154 generators of 36 x 36: only in the full form, NOETHER_FULL=1");

        var found = Assert.IsType<AlgebraIdentification.Ambiguous>(Identify(Representations.TensorProduct(Defining("so(12,6)"), OrthogonalAlgebras.Rotations(2))));

        Assert.Equal(["so(12,6)+u(1)", "so*(18)+u(1)"], found.Candidates.Select(candidate => candidate.Name));
        Assert.Contains("one signature", found.Reason, StringComparison.Ordinal);
    }

    private AlgebraIdentification Identify(ImmutableArray<Matrix> generators)
    {
        var before = Environment.CpuUsage.TotalTime;
        var found = AlgebraIdentification.Identify(Disguise.Of(generators, new Seed(91).Stream()), new() { WorkLimit = Unlimited });
        output.WriteLine($"{generators.Length} generators of {generators[0].Rows} x {generators[0].Rows}: {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s");
        return found;
    }

    private static ImmutableArray<Matrix> Defining(string name) => name switch
    {
        "so(12,6)" => OrthogonalAlgebras.Pseudorotations(12, 6),
        "so*(18)" => QuaternionicAlgebras.SkewHermitian(9),
        "su(9,5)" => UnitaryAlgebras.Special(9, 5),
        _ => QuaternionicAlgebras.Special(7),
    };
}
