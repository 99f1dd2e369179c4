using Noether.Numerics;

namespace Noether.Learning.Exchange;

/// <summary>A network as named tensors and a few words about them, and back.</summary>
internal static class NetworkTensors
{
    private const string Format = "noether-network-1";

    /// <summary>The tensors in the order of the way through the network.</summary>
    public static ImmutableArray<NamedTensor> Of(Network network) =>
    [
        Vector("input.mean", network.Standardisation.Mean),
        Vector("input.scale", network.Standardisation.Scale),
        .. network.Hidden.SelectMany((layer, i) => Of(layer, $"hidden.{i}")),
        .. network.Heads.SelectMany((layer, i) => Of(layer, $"head.{i}")),
    ];

    /// <summary>What the tensors do not say.</summary>
    public static ImmutableSortedDictionary<string, string> Metadata(Network network) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["format"] = Format,
        ["activations"] = string.Join(' ', network.Hidden.Select(layer => layer.Activation)),
        ["heads"] = string.Create(null, $"{network.Heads.Length}"),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The network of some tensors.</summary>
    /// <exception cref="InvalidDataException">A tensor or a word is missing or does not fit the others.</exception>
    public static Network ToNetwork(IReadOnlyDictionary<string, string> metadata, IReadOnlyDictionary<string, SingleMatrix> tensors)
    {
        if (Word(metadata, "format") is var format && format != Format)
        {
            throw new InvalidDataException($"The metadata say format '{format}'; expected '{Format}'.");
        }

        if (!int.TryParse(Word(metadata, "heads"), out var heads) || heads < 1)
        {
            throw new InvalidDataException($"The metadata say '{Word(metadata, "heads")}' heads; expected a number, at least 1.");
        }

        var activations = Word(metadata, "activations").Split(' ').Select(Activation);
        try
        {
            return new(
                new(Vector(tensors, "input.mean"), Vector(tensors, "input.scale")),
                [.. activations.Select((activation, i) => Layer(tensors, $"hidden.{i}", activation))],
                [.. Enumerable.Range(0, heads).Select(i => Layer(tensors, $"head.{i}", Learning.Activation.Linear))]);
        }
        catch (ArgumentException inner)
        {
            throw new InvalidDataException($"The tensors do not make a network. {inner.Message}", inner);
        }
    }

    private static NamedTensor[] Of(DenseLayer layer, string name) => [new($"{name}.kernel", layer.Kernel, IsVector: false), Vector($"{name}.bias", layer.Bias)];

    private static NamedTensor Vector(string name, ImmutableArray<float> values) => new(name, new(1, values.Length, [.. values]), IsVector: true);

    private static DenseLayer Layer(IReadOnlyDictionary<string, SingleMatrix> tensors, string name, Activation activation) =>
        new(Tensor(tensors, $"{name}.kernel"), Vector(tensors, $"{name}.bias"), activation);

    private static ImmutableArray<float> Vector(IReadOnlyDictionary<string, SingleMatrix> tensors, string name) => [.. Tensor(tensors, name).Entries];

    private static SingleMatrix Tensor(IReadOnlyDictionary<string, SingleMatrix> tensors, string name) =>
        tensors.TryGetValue(name, out var tensor) ? tensor : throw new InvalidDataException($"There is no tensor '{name}'; there are {string.Join(", ", tensors.Keys.Order(StringComparer.Ordinal))}.");

    private static string Word(IReadOnlyDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out var word) ? word : throw new InvalidDataException($"The metadata have no '{name}': this is not a network that Noether wrote.");

    private static Activation Activation(string word) => word switch
    {
        nameof(Learning.Activation.Rectified) => Learning.Activation.Rectified,
        nameof(Learning.Activation.Linear) => Learning.Activation.Linear,
        nameof(Learning.Activation.Softplus) => Learning.Activation.Softplus,
        _ => throw new InvalidDataException($"The metadata name an activation '{word}'; known are Rectified, Linear and Softplus."),
    };
}
