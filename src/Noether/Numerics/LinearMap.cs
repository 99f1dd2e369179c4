namespace Noether.Numerics;

/// <summary>A linear map that is applied, never written out as a matrix.</summary>
/// <param name="Inputs">Length of its arguments.</param>
/// <param name="Outputs">Length of its values.</param>
/// <param name="Apply">Writes L x, given x, over its second argument.</param>
/// <param name="ApplyTransposed">Writes the transpose of L times y, given y, over its second argument.</param>
internal sealed record LinearMap(int Inputs, int Outputs, Action<double[], double[]> Apply, Action<double[], double[]> ApplyTransposed);
