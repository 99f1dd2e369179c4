using Noether.Generators;

namespace Noether.Verification;

/// <summary>An estimate of generators and what the data say about it.</summary>
/// <param name="Estimate">The generators, which may be none.</param>
/// <param name="Evidence">Whether they are a symmetry of the data.</param>
public sealed record GeneratorTrial(GeneratorEstimate Estimate, SymmetryEvidence Evidence);
