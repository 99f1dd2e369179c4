using System.Numerics;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;

namespace Noether.Tests.LieAlgebras;

/// <summary>i times sums of Pauli strings, as real matrices.</summary>
internal static class PauliMatrices
{
    /// <summary>The sum of strings such as "XX" and "ZI", joined by "+". Shape [2^(n+1), 2^(n+1)].</summary>
    public static Matrix Sum(string strings) => strings.Split('+').Select(Of).Aggregate((sum, next) => sum + next);

    private static Matrix Of(string letters)
    {
        var size = 1 << letters.Length;
        return ComplexGenerators.Real(size, (i, j) => Complex.ImaginaryOne * Enumerable.Range(0, letters.Length)
            .Select(site => Entry(letters[site], (i >> site) & 1, (j >> site) & 1))
            .Aggregate(Complex.One, (product, next) => product * next));
    }

    private static Complex Entry(char letter, int i, int j) => letter switch
    {
        'I' => i == j ? 1 : 0,
        'X' => i == j ? 0 : 1,
        'Y' => i == j ? 0 : new Complex(0, i - j),
        _ => i != j ? 0 : i == 0 ? 1 : -1,
    };
}
