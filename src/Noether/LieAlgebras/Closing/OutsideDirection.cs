using Noether.Numerics;

namespace Noether.LieAlgebras.Closing;

/// <summary>A direction that the commutators of a span add to it.</summary>
/// <param name="Direction">A matrix of norm 1, orthogonal to the span. Shape [n, n].</param>
/// <param name="Length">How far commutators of basis matrices reach along it: a singular value.</param>
/// <param name="Noise">Standard error of the direction's entries.</param>
internal readonly record struct OutsideDirection(Matrix Direction, double Length, double Noise);
