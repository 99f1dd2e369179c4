using Noether.Numerics;

namespace Noether.Experiments.Discovery;

/// <summary>What a user's own network makes of the samples.</summary>
/// <param name="Model">The model file as given.</param>
/// <param name="Sha256">Hash of its bytes, and of weights in files beside it, in lower-case hexadecimal.</param>
/// <param name="Layer">The layer's name in the model.</param>
/// <param name="Values">One row a sample. Shape [n, width].</param>
internal sealed record GivenEmbedding(string Model, string Sha256, string Layer, SingleMatrix Values);
