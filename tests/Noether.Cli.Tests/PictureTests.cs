using System.Text.Json.Nodes;
using Noether.Data.Images;
using Noether.Files;
using Noether.Runs;

namespace Noether.Cli.Tests;

/// <summary>noether detect on pictures.</summary>
public sealed class PictureTests : IDisposable
{
    private const int Size = 16;
    private const int Pictures = 9;
    private const int Turns = 100;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Turned_pictures_give_so_2_on_three_components_and_shuffled_labels_give_none()
    {
        var turned = RotatedImages.Of(Blobs(new(7)), Turns, AngleSampling.Stratified, new(8), Execution.Default);
        var pictures = Write("pictures.npy", [turned.Images.Count, Size, Size], turned.Images.ToPoints().Values.ToArray());
        int[] classes = [.. turned.Sources.Select(source => source % 3)];
        var labels = Write("labels.npy", [classes.Length], classes);
        new Seed(9).Stream().Shuffle<int>(classes);
        var shuffled = Write("shuffled.npy", [classes.Length], classes);

        var (found, control) = (Detect(pictures, labels), Detect(pictures, shuffled));

        Assert.Equal("so(2)", (string?)found["algebra"]!["name"]);
        Assert.Equal(3, found["generators"]!["matrices"]![0]!.AsArray().Count);
        Assert.Contains(found["findings"]!.AsArray(), finding => (string?)finding!["id"] == "DAT007");
        Assert.Equal("none", (string?)control["algebra"]!["verdict"]);
    }

    [Fact]
    public void A_folder_without_pictures_and_fields_of_components_are_refused()
    {
        Directory.CreateDirectory(_folder["nothing"]);

        var empty = NoetherProcess.Run("detect", _folder["nothing"], "--out", _folder["out"]);
        var fields = NoetherProcess.Run("detect", _folder["nothing"], "--components", "4", "--fields", "2", "--out", _folder["out"]);

        Assert.Equal((2, true), (empty.ExitCode, empty.Error.Contains("PNG pictures", StringComparison.Ordinal)));
        Assert.Equal((1, true), (fields.ExitCode, fields.Error.Contains("--components", StringComparison.Ordinal)));
    }

    private JsonNode Detect(string pictures, string labels)
    {
        var result = NoetherProcess.Run("detect", pictures, "--labels", labels, "--out", _folder["out"], "--json", "--quiet", "--no-figures");
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonNode.Parse(result.Output)!;
    }

    private string Write(string name, ImmutableArray<int> shape, Array values)
    {
        using var stream = File.Create(_folder[name]);
        NumpyWriter.WriteNpy(stream, new("a", shape, values));
        return _folder[name];
    }

    /// <summary>Pictures of five soft dots each, at random places in the disc.</summary>
    private static ImageStack Blobs(Seed seed)
    {
        var stream = seed.Stream();
        var pixels = new float[Pictures * Size * Size];
        for (var dot = 0; dot < 5 * Pictures; dot++)
        {
            var (radius, angle) = (stream.NextUniform(1, 5), stream.NextUniform(0, 2 * Math.PI));
            for (var pixel = 0; pixel < Size * Size; pixel++)
            {
                var (y, x) = ((pixel / Size) - ((Size - 1) / 2.0) - (radius * Math.Sin(angle)), (pixel % Size) - ((Size - 1) / 2.0) - (radius * Math.Cos(angle)));
                pixels[(dot % Pictures * Size * Size) + pixel] += (float)Math.Exp(-((x * x) + (y * y)) / 4);
            }
        }

        return new(Pictures, Size, Size, pixels);
    }
}
