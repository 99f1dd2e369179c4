namespace Noether.Reports;

/// <summary>The trained network.</summary>
/// <param name="Accuracy">Share of the training samples classified right, per head.</param>
/// <param name="Epochs">Passes over the samples until the wanted accuracy.</param>
/// <param name="Seconds">Wall-clock seconds of the training.</param>
/// <param name="Layers">Widths from the input to the heads; the last entries are the numbers of classes, one per head.</param>
public sealed record ClassifierReport(ImmutableArray<double> Accuracy, int Epochs, double Seconds, ImmutableArray<int> Layers)
{
    /// <summary>Accuracy on samples held out of a second training, per head; null where it was not measured.</summary>
    public ImmutableArray<double>? HeldOutAccuracy { get; init; }

    /// <summary>The same with shuffled labels, the control; null where it was not measured.</summary>
    public ImmutableArray<double>? ShuffledAccuracy { get; init; }
}
