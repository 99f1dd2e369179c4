using Noether.Numerics;

namespace Noether.Verification;

/// <summary>
/// The group of finite symmetries that was found: all of it where there is no continuous symmetry, otherwise what it has besides, Eq. (F1).
/// </summary>
/// <param name="Name">
/// Of the whole group: Schoenflies' name in the plane and in space, such as "D3h"; "S_3", "C_5" or "C_2 x C_2" of exchanges and signs of
/// more coordinates; "O(2)" or "D_inf h" where there is a continuous symmetry.
/// </param>
/// <param name="Elements">The elements that were judged, without the identity.</param>
public sealed record FoundGroup(string Name, ImmutableArray<FoundElement> Elements)
{
    /// <summary>The number of elements with the identity; null where there is a continuous symmetry.</summary>
    public int? Order { get; init; }

    /// <summary>The name after Hermann and Mauguin; null above three dimensions and beside continuous symmetries.</summary>
    public string? HermannMauguin { get; init; }

    /// <summary>
    /// The largest distance between a product of two elements, as they were found, and the element that it is: the sine of half the
    /// angle between them, times two. 0 for exchanges and signs.
    /// </summary>
    public double ClosureError { get; init; }

    /// <summary>The asymmetry of all elements together: the root mean square of theirs, Eq. (Y2).</summary>
    public required Asymmetry Asymmetry { get; init; }
}

/// <summary>A finite symmetry, judged.</summary>
/// <param name="Name">In words: "rotation by 120 degrees about (0, 0, 1)", "x and y exchanged".</param>
/// <param name="Matrix">x -> A x + b in the coordinates of the input, [A b; 0 1]. Shape [n + 1, n + 1].</param>
/// <param name="Asymmetry">Eq. (Y2).</param>
public sealed record FoundElement(string Name, Matrix Matrix, Asymmetry Asymmetry);
