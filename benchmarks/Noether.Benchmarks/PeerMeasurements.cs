namespace Noether.Benchmarks;

/// <summary>The measurements that scripts in benchmarks/peers ask for: one line of numbers each, ours beside the peer's.</summary>
internal static class PeerMeasurements
{
    private static readonly Dictionary<string, Action<string[]>> Known = new(StringComparer.Ordinal)
    {
        ["hyperplane"] = HyperplaneMeasurement.Run,
        ["training"] = TrainingMeasurement.Run,
        ["points"] = MeasurementPoints.Run,
        ["neighbours"] = EmbeddingMeasurement.Neighbours,
        ["map"] = EmbeddingMeasurement.Map,
        ["exact-map"] = EmbeddingMeasurement.ExactMap,
        ["components"] = EmbeddingMeasurement.Components,
    };

    /// <summary>Runs a measurement; 1 if there is none of that name.</summary>
    public static int Run(string name, string[] arguments)
    {
        if (!Known.TryGetValue(name, out var measurement))
        {
            Console.Error.WriteLine($"There is no measurement '{name}'; there are {string.Join(", ", Known.Keys.Order(StringComparer.Ordinal))}.");
            return 1;
        }

        measurement(arguments);
        return 0;
    }
}
