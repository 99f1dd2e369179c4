using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>What Hamiltonians and other matrices generate that do not span an algebra.</summary>
public static class GeneratedAlgebraTests
{
    private static readonly IdentificationOptions Generating = new() { AddsCommutators = true };

    /// <summary>Sets with the algebra that they generate, from the literature on control and on dynamical Lie algebras.</summary>
    public static TheoryData<string, string[], int[]> Sets { get; } = new()
    {
        { "su(2)", ["X", "Y"], [2, 3] },
        { "su(2)", ["X", "Z"], [2, 3] },
        { "su(2)+u(1)", ["X", "I+Z"], [2, 3, 4] },
        { "su(2)+u(1)", ["XX+YY", "ZI"], [2, 3, 4] },
        { "so(4)", ["XI", "YI", "IX", "IY"], [4, 6] },
        { "su(4)", ["XI", "YI", "IX", "IY", "ZZ"], [5, 11, 15] },
        { "su(4)", ["XI", "IX", "ZZ", "ZI", "IZ"], [5, 9, 14, 15] },
        { "su(4)", ["ZZI", "IZZ", "XII", "IXI", "IIX"], [5, 9, 14, 15] },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public static void Hamiltonians_generate_the_algebra_of_the_literature_with_and_without_unstated_noise(
        string name, string[] strings, int[] dimensions)
    {
        ImmutableArray<Matrix> exact = [.. strings.Select(PauliMatrices.Sum)];
        var stream = new Seed(81).For(string.Join(' ', strings)).Stream();
        ImmutableArray<Matrix> noisy = [.. exact.Select(matrix => matrix + (1e-6 * Rotations.Gaussian(matrix.Rows, matrix.Rows, stream)))];

        var found = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(exact, Generating));
        var rough = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(noisy, Generating));

        Assert.Equal((name, name), (found.Algebra.Name, rough.Algebra.Name));
        Assert.Equal(dimensions, found.Generated!.Dimensions);
        Assert.Equal(dimensions, rough.Generated!.Dimensions);
        Assert.Equal(dimensions[^1], found.Generated.Basis.Length);
        Assert.Equal((0, 1), (found.Findings.Count(IsAboutNoise), rough.Findings.Count(IsAboutNoise)));
    }

    [Fact]
    public static void Matrices_stated_to_be_exact_generate_what_their_errors_generate_too()
    {
        var stream = new Seed(82).Stream();
        var letters = new[] { "X", "Z" };
        ImmutableArray<Matrix> noisy = [
            .. letters.Select(letter => PauliMatrices.Sum(letter) + (1e-6 * Rotations.Gaussian(4, 4, stream)))];

        var found = AlgebraIdentification.Identify(noisy, Generating with { StandardErrors = [0] });

        Assert.Equal(16, found.Generated!.Dimension);
    }

    [Fact]
    public static void A_weak_coupling_counts()
    {
        var coupled = PauliMatrices.Sum("IZ") + (0.01 * PauliMatrices.Sum("ZZ"));
        ImmutableArray<Matrix> weak = [PauliMatrices.Sum("XI"), PauliMatrices.Sum("ZI"), PauliMatrices.Sum("IX"), coupled];

        foreach (var options in new[] { Generating, Generating with { StandardErrors = [0] } })
        {
            Assert.Equal("su(4)", Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(weak, options)).Algebra.Name);
        }
    }

    [Fact]
    public static void What_a_limit_leaves_unfinished_is_said_with_the_dimensions_so_far()
    {
        ImmutableArray<Matrix> drives = [.. new[] { "XI", "YI", "IX", "IY", "ZZ" }.Select(PauliMatrices.Sum)];

        var found = AlgebraIdentification.Identify(drives, Generating with { WorkLimit = 8e9 });

        Assert.Equal([5, 11], Assert.IsType<GeneratedAlgebra>(found.Generated).Dimensions);
        Assert.False(found.Generated!.IsClosed);
        Assert.Contains("more than 11 dimensions", found.Reason, StringComparison.Ordinal);
    }

    private static bool IsAboutNoise(Finding finding) => finding.Id == "ALG004";
}
