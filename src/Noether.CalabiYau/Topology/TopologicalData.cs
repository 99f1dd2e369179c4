using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Topology;

/// <summary>What the configuration alone says about the manifold, whatever the coefficients of the equations.</summary>
/// <param name="Dimension">The complex dimension D.</param>
/// <param name="EulerNumber">The Euler number. Eq. (C4).</param>
/// <param name="SecondChernClass">c_2 . J_r for every row of a threefold, in the order of the rows; empty in other dimensions. Eq. (C3). Shape [m].</param>
/// <param name="Intersections">The intersection numbers of the hyperplane classes, D at a time. Eq. (C2).</param>
public sealed record TopologicalData(int Dimension, long EulerNumber, ImmutableArray<long> SecondChernClass, IntersectionForm Intersections)
{
    private const int Threefold = 3;

    /// <summary>Computes the numbers in exact integer arithmetic. Cost: some ten microseconds for a threefold of the list.</summary>
    /// <exception cref="OverflowException">A number needs more than 64 bits.</exception>
    /// <exception cref="ArgumentException">The form of intersection numbers would be too large.</exception>
    public static TopologicalData Of(ConfigurationMatrix matrix)
    {
        var form = IntersectionForm.Of(matrix);
        var chern = form.Degree == Threefold ? CharacteristicClasses.SecondChernClass(matrix, form) : [];
        return new(form.Degree, CharacteristicClasses.EulerNumber(matrix, form), chern, form);
    }
}
