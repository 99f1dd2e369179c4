using Noether.Data;
using Noether.Files;
using Noether.Learning;
using Noether.Runs;

namespace Noether.Onnx.Tests;

public sealed class OnnxEmbeddingTests : IDisposable
{
    private const double Rounding = 2e-5;
    private const int Samples = 601;

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("noether-onnx-").FullName, "model.onnx");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void A_network_of_our_own_comes_back_with_the_embedding_that_it_had()
    {
        var network = Network.Untrained(3, [4], new NetworkOptions { Hidden = [new(33), new(20)] }, new(6));
        using (var stream = File.Create(_path))
        {
            OnnxModel.Write(network, stream);
        }

        var points = Points(3);
        var found = OnnxEmbedding.Of(_path, OnnxModel.EmbeddingName, points, Execution.Default);

        AssertClose(network.Embed(points.ToSingle(), Execution.Default).Entries.ToArray(), found.Values.Entries.ToArray());
    }

    [Theory]
    [InlineData("normed")] // a hidden layer that is no output of the model
    [InlineData("node of normed")] // the same by its node
    public void A_convolution_with_normalisation_gives_what_its_formulas_say(string layer)
    {
        File.WriteAllBytes(_path, Convolutional().ToBytes("scores"));
        var points = Points(9);

        var found = OnnxEmbedding.Of(_path, layer, points, Execution.Default);

        Assert.Equal((Samples, 8), (found.Values.Rows, found.Values.Columns));
        var expected = Enumerable.Range(0, Samples).SelectMany(i => from k in new[] { 0, 1 } from cell in Enumerable.Range(0, 4) select Convolved(points, i, k, cell / 2, cell % 2));
        AssertClose([.. expected], found.Values.Entries.ToArray());
    }

    [Fact]
    public void Layer_normalisation_gives_what_its_formula_says()
    {
        var model = new TestModel().Input("x", 0, 3).Weights("scale", [3], 1, 2, 3).Node("LayerNormalization", "normed", "x", "scale").Node("Relu", "y", "normed");
        File.WriteAllBytes(_path, model.ToBytes("y"));
        var points = Points(3);

        var found = OnnxEmbedding.Of(_path, "normed", points, Execution.Default).Values;

        for (var i = 0; i < Samples; i++)
        {
            var row = points.Row(i).ToArray();
            var (mean, spread) = (row.Average(), Math.Sqrt(row.Select(x => Math.Pow(x - row.Average(), 2)).Average() + 1e-5));
            for (var j = 0; j < 3; j++)
            {
                Assert.Equal((j + 1) * (row[j] - mean) / spread, found[i, j], 1e-3);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void A_fixed_batch_gives_the_same_as_a_free_one(int batch)
    {
        var points = Points(9);
        File.WriteAllBytes(_path, Convolutional().ToBytes("scores"));
        var free = OnnxEmbedding.Of(_path, "normed", points, Execution.Default).Values;
        File.WriteAllBytes(_path, Convolutional(batch).ToBytes("scores"));

        AssertClose(free.Entries.ToArray(), OnnxEmbedding.Of(_path, "normed", points, Execution.Default).Values.Entries.ToArray());
    }

    [Fact]
    public void Threads_change_no_bit()
    {
        File.WriteAllBytes(_path, Convolutional().ToBytes("scores"));
        var points = Points(9);

        var one = OnnxEmbedding.Of(_path, "normed", points, Execution.Default with { Threads = 1 }).Values.Entries.ToArray();

        Assert.Equal(one, OnnxEmbedding.Of(_path, "normed", points, Execution.Default with { Threads = 3 }).Values.Entries.ToArray());
    }

    [Fact]
    public void What_is_wrong_is_said_with_what_to_do()
    {
        AssertRefused(Convolutional().ToBytes("scores"), 9, "hidden", "expected a layer \"hidden\"", "\"convolved\" (Conv), \"normed\" (BatchNormalization), \"scores\" (Relu)");
        AssertRefused(Convolutional().ToBytes("scores"), 9, null, "by --layer NAME", "\"convolved\" (Conv)");
        AssertRefused(Convolutional().ToBytes("scores"), 10, "normed", "10 numbers for each", "shape [any, 1, 3, 3]");
        AssertRefused("no model"u8.ToArray(), 3, "normed", "expected an ONNX model", "export the network as .onnx");
        AssertRefused([], 3, "normed", "expected an ONNX model", "no graph");
        AssertRefused(new TestModel().Value(11, "x", TestModel.Whole, 0, 3).Node("Abs", "y", "x").ToBytes(), 3, "y", "single or double precision", "Int64");
        AssertRefused(new TestModel().Input("x", 0, 3).Input("z", 0, 3).Node("Add", "y", "x", "z").ToBytes("y"), 3, "y", "one input", "x, z");
        AssertRefused(new TestModel().Input("x", 0, 3).Node("Shape", "size", "x").Node("Relu", "y", "x").ToBytes("y"), 3, "size", "along its first axis", "shape [2]");
        AssertRefused(new TestModel().Input("x", 0, 3).Weights("w", [1, 2], 1, 2).Node("Abs", "size", "w").Node("Relu", "y", "x").ToBytes("y"), 3, "size", "computed from the samples", "\"size\" (Abs), \"y\" (Relu)");
        AssertRefused(new TestModel().Input("x", 0, 3).Node("NoSuchThing", "y", "x").ToBytes("y"), 3, "y", "ONNX Runtime can run", "NoSuchThing");
        AssertRefused(new TestModel().Input("x", 0, 3).Node("Log", "y", "x").ToBytes("y"), 3, "y", "finite numbers", "for sample");
    }

    private void AssertRefused(byte[] model, int coordinates, string? layer, params string[] said)
    {
        File.WriteAllBytes(_path, model);

        var refusal = Assert.Throws<DataFileException>(() => OnnxEmbedding.Of(_path, layer, Points(coordinates), Execution.Default));

        Assert.StartsWith(_path, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.All(said, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }

    /// <summary>Two filters of 2 x 2 on pictures of 3 x 3, normalised by the running mean and variance of each filter.</summary>
    private static TestModel Convolutional(int batch = 0) => new TestModel()
        .Input("picture", batch, 1, 3, 3)
        .Weights("filters", [2, 1, 2, 2], [.. Filters])
        .Weights("scale", [2], 2, -1)
        .Weights("shift", [2], 0.5f, 0)
        .Weights("mean", [2], 0.1f, -0.2f)
        .Weights("variance", [2], 4, 0.25f)
        .Node("Conv", "convolved", "picture", "filters")
        .Node("BatchNormalization", "normed", "convolved", "scale", "shift", "mean", "variance")
        .Node("Relu", "scores", "normed");

    private static ImmutableArray<float> Filters => [1, -2, 0.5f, 3, -1, 1, 2, 0.25f];

    private static float Convolved(PointCloud points, int sample, int filter, int row, int column)
    {
        var sum = 0.0;
        for (var i = 0; i < 4; i++)
        {
            sum += Filters[(4 * filter) + i] * points[sample, (3 * (row + (i / 2))) + column + (i % 2)];
        }

        var (scale, shift, mean, variance) = filter == 0 ? (2, 0.5, 0.1, 4.0) : (-1, 0, -0.2, 0.25);
        return (float)((scale * (sum - mean) / Math.Sqrt(variance + 1e-5)) + shift);
    }

    private static PointCloud Points(int coordinates)
    {
        var random = new Seed(3).Stream();
        return new(Samples, coordinates, [.. Enumerable.Range(0, Samples * coordinates).Select(_ => random.NextUniform(-1, 1))]);
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 10 * Rounding));
    }
}
