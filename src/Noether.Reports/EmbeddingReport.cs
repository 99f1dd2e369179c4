namespace Noether.Reports;

/// <summary>An embedding that a user's own network gave, in place of a classifier trained for the run.</summary>
/// <param name="Model">The model file as given.</param>
/// <param name="Sha256">Hash of its bytes, and of weights in files beside it, in lower-case hexadecimal.</param>
/// <param name="Layer">The layer's name in the model.</param>
/// <param name="Width">Its numbers for each sample.</param>
/// <param name="Accuracy">Share of the samples for whose class their five nearest neighbours in the embedding vote, 0 to 1, for each head.</param>
/// <param name="ShuffledAccuracy">The same with shuffled labels: the control.</param>
public sealed record EmbeddingReport(string Model, string Sha256, string Layer, int Width, ImmutableArray<double> Accuracy, ImmutableArray<double> ShuffledAccuracy);
