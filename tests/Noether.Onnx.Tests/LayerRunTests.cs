using System.Security.Cryptography;
using System.Text;
using Noether.Data;
using Noether.Files;
using Noether.Runs;

namespace Noether.Onnx.Tests;

/// <summary>Layers that are no function of a sample, too large, of double precision, or with weights elsewhere.</summary>
public sealed class LayerRunTests : IDisposable
{
    private const double Far = 1e8;
    private static readonly bool IsFull = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NOETHER_FULL"));

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("noether-onnx-").FullName, "model.onnx");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Theory]
    [InlineData(2)]
    [InlineData(100)] // one block
    [InlineData(512)] // full blocks
    [InlineData(601)]
    public void Layers_as_wide_as_the_samples_are_many_are_refused(int samples)
    {
        var model = Gram(0).Node("Relu", "y", "products").ToBytes("y");

        AssertRefused(model, samples, "products", samples == 2 ? "expected layer" : "as many numbers for a sample whatever samples go in with it");
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(0, 100)]
    [InlineData(0, 512)]
    [InlineData(7, 601)]
    [InlineData(7, 4)]
    [InlineData(256, 512)]
    public void Attention_over_the_samples_is_refused(int batch, int samples) =>
        AssertRefused(Gram(batch).Node("Softmax", "attention", "products").Node("MatMul", "mixed", "attention", "x").Node("Relu", "y", "mixed").ToBytes("y"), samples, "mixed", "rest on each sample alone");

    [Theory]
    [InlineData(0, 601, false)]
    [InlineData(256, 601, false)]
    [InlineData(0, 10, false)]
    [InlineData(0, 601, true)]
    [InlineData(256, 601, true)]
    [InlineData(1, 10, true)]
    public void Normalisation_is_taken_in_inference_and_refused_in_training(int batch, int samples, bool inference)
    {
        var model = new TestModel().Input("x", batch, 3).Weights("scale", [3], 1, 2, 3).Weights("shift", [3], 0, 0, 0).Weights("mean", [3], 0, 0, 0).Weights("variance", [3], 1, 1, 1);
        string[] inputs = ["x", "scale", "shift", "mean", "variance"];
        model = (inference ? model.Node("BatchNormalization", "normed", inputs) : model.NormalisationInTraining("normed", inputs)).Node("Relu", "y", "normed");
        if (!inference)
        {
            AssertRefused(model.ToBytes("y"), samples, "normed", "rest on each sample alone", "for inference");
            return;
        }

        var points = Points(samples, 0);
        var found = Embed(model.ToBytes("y"), "normed", points);
        Assert.All(Enumerable.Range(0, samples), i => Assert.Equal(2 * points[i, 1], found.Values[i, 1], 1e-4));
    }

    [Fact]
    public void Layers_that_are_drawn_at_random_are_refused() =>
        AssertRefused(new TestModel().Input("x", 0, 3).Node("RandomNormalLike", "noise", "x").Node("Add", "noisy", "x", "noise").Node("Relu", "y", "noisy").ToBytes("y"), 601, "noisy", "rest on each sample alone");

    [Fact]
    public void A_model_that_fails_on_a_later_block_is_refused() =>
        AssertRefused(new TestModel().Input("x", 0, 3).WholeNumbers("shape", 256, 3).Node("Reshape", "h", "x", "shape").Node("Relu", "y", "h").ToBytes("y"), 601, "h", "ONNX Runtime can run", "first axis");

    [Theory]
    [InlineData(30_000, 24_000, "72000 numbers for each of 30000 samples, 8.0 GiB")]
    [InlineData(601, 700_000, "2100000 numbers for each of 256 samples at a time, 2.0 GiB")]
    public void Layers_that_are_too_large_are_refused(int samples, int copies, string said)
    {
        Assert.SkipUnless(samples > copies || IsFull, "The runtime fills 2 GiB where NOETHER_FULL is set.");

        AssertRefused(new TestModel().Input("x", 0, 3).WholeNumbers("copies", 1, copies).Node("Tile", "wide", "x", "copies").Node("Relu", "y", "wide").ToBytes("y"), samples, "wide", said, "name a smaller layer", "fewer rows");
    }

    [Fact]
    public void Batches_that_are_too_large_are_refused() =>
        AssertRefused(new TestModel().Input("x", 1 << 30, 3).Node("Neg", "h", "x").Node("Relu", "y", "h").ToBytes("y"), 10, "h", "samples of 3 numbers at a time", "fewer samples at a time");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Double_precision_keeps_samples_apart_far_from_the_origin(bool centred)
    {
        var model = new TestModel().Value(11, "x", TestModel.Double, 0, 3).Doubles("centre", [3], Far, Far, Far);
        var near = Embed(new TestModel().Value(11, "x", TestModel.Double, 0, 3).Node("Neg", "h", "x").ToBytes(), "h", Points(601, 0));

        var far = Embed((centred ? model.Node("Sub", "h", "centre", "x") : model.Node("Neg", "h", "x")).ToBytes(), "h", Points(601, Far));
        var single = Embed(new TestModel().Input("x", 0, 3).Node("Neg", "h", "x").ToBytes("h"), "h", Points(601, Far));

        var misses = near.Values.Entries.ToArray().Zip(far.Values.Entries.ToArray(), (a, b) => Math.Abs(a - b));
        Assert.InRange(misses.Max(), 0, 1e-6);
        Assert.True(single.Values.Entries.ToArray().Distinct().Count() == 1, "In single precision nothing is left: the control.");
    }

    [Fact]
    public void Weights_in_a_file_of_their_own_are_part_of_the_hash()
    {
        var model = new TestModel().Input("x", 0, 3).WeightsIn("w.bin", "w", 3).Node("Mul", "h", "x", "w").Node("Relu", "y", "h").ToBytes("y");
        var first = WithWeights(1, 2, 3);
        var second = WithWeights(1, 2, 4);

        Assert.NotEqual(first, second);
        Assert.Equal(first, WithWeights(1, 2, 3));
        var list = $"{Hash(model)}\n{Hash(File.ReadAllBytes(Beside("w.bin")))}  w.bin";
        Assert.Equal(Hash(Encoding.UTF8.GetBytes(list)), first);
        var whole = new TestModel().Input("x", 0, 3).Weights("w", [3], 1, 2, 3).Node("Mul", "h", "x", "w").Node("Relu", "y", "h").ToBytes("y");
        Assert.Equal(Hash(whole), Embed(whole, "h", Points(10, 0)).Sha256);
        File.Delete(Beside("w.bin"));
        AssertRefused(model, 10, "h", "w.bin");

        string WithWeights(params float[] weights)
        {
            File.WriteAllBytes(Beside("w.bin"), [.. weights.SelectMany(BitConverter.GetBytes)]);
            var points = Points(10, 0);
            var found = Embed(model, "h", points);
            Assert.Equal(weights[2] * points[4, 2], found.Values[4, 2], 1e-5);
            return found.Sha256;
        }
    }

    private static TestModel Gram(int batch) => new TestModel().Input("x", batch, 3).Node("Transpose", "turned", "x").Node("MatMul", "products", "x", "turned");

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static PointCloud Points(int count, double centre)
    {
        var random = new Seed(3).Stream();
        return new(count, 3, [.. Enumerable.Range(0, count * 3).Select(_ => centre + random.NextUniform(-1, 1))]);
    }

    private string Beside(string file) => Path.Combine(Path.GetDirectoryName(_path)!, file);

    private OnnxEmbedding Embed(byte[] model, string layer, PointCloud points)
    {
        File.WriteAllBytes(_path, model);
        return OnnxEmbedding.Of(_path, layer, points, Execution.Default with { Threads = 2 });
    }

    private void AssertRefused(byte[] model, int samples, string layer, params string[] said)
    {
        var refusal = Assert.Throws<DataFileException>(() => Embed(model, layer, Points(samples, 0)));

        Assert.StartsWith(_path, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.All(said, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }
}
