using Noether.Data;
using Noether.Files;
using Noether.Files.Tests;
using Noether.Learning;
using Noether.Runs;

namespace Noether.Onnx.Tests;

/// <summary>Whatever bytes a model holds, its layers are read or refused, and soon.</summary>
/// <remarks>
/// NOETHER_FUZZ multiplies the number of mutated models. The reader of layers is our own and takes all mutations; the runtime, which is not, a part of those that it lets through.
/// </remarks>
public sealed class ModelFuzzTests
{
    private const int Models = 1000;
    private const int EveryRun = 10;
    private const int Samples = 300; // more than go in at a time

    [Fact]
    public void Mutated_models()
    {
        var folder = Directory.CreateTempSubdirectory("noether-fuzz-").FullName;
        var path = Path.Combine(folder, "model.onnx");
        var whole = Whole();
        var points = new PointCloud(Samples, 3, [.. Enumerable.Range(0, 3 * Samples).Select(i => (double)i)]);
        var (read, refused) = new MutatedInputs(whole, new(7)).Read(
            Mutation.Scale * Models,
            (bytes, i) =>
            {
                Assert.NotEmpty(ModelGraph.Read(bytes).Layers);
                _ = ExternalWeights.Files(bytes);
                if (i % EveryRun == 0)
                {
                    File.WriteAllBytes(path, bytes);
                    _ = OnnxEmbedding.Of(path, "embedding", points, Execution.Default with { Threads = 2 });
                }
            },
            problem => problem is InvalidDataException or DataFileException);

        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
        Directory.Delete(folder, recursive: true);
        Assert.True(read > 0 && refused > 0, "Some mutations must do harm and some none, or the test tests nothing.");
    }

    private static byte[] Whole()
    {
        using var stream = new MemoryStream();
        OnnxModel.Write(Network.Untrained(3, [2], new NetworkOptions { Hidden = [new(5)] }, new(1)), stream);
        return stream.ToArray();
    }
}
