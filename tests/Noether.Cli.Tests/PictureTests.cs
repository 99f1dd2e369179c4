using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Noether.Data.Images;
using Noether.Files;
using Noether.Runs;
using SkiaSharp;

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

        var (found, control) = (Detect(pictures, "--labels", labels), Detect(pictures, "--labels", shuffled));

        Assert.Equal("so(2)", (string?)found["algebra"]!["name"]);
        Assert.Equal(3, found["generators"]!["matrices"]![0]!.AsArray().Count);
        Assert.Contains(found["findings"]!.AsArray(), finding => (string?)finding!["id"] == "DAT007");
        Assert.Equal("none", (string?)control["algebra"]!["verdict"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_folder_of_png_and_an_idx_file_have_the_rotation_that_their_array_has(bool isFolder)
    {
        var turned = RotatedImages.Of(Blobs(new(7)), Turns, AngleSampling.Stratified, new(8), Execution.Default);
        var brightest = turned.Images.ToPoints().Values.ToArray().Max();
        byte[] Bytes(int picture) => Array.ConvertAll(turned.Images.Picture(picture).ToArray(), pixel => (byte)Math.Clamp(Math.Round(255 * pixel / brightest), 0, 255));
        int[] classes = [.. turned.Sources.Select(source => source % 3)];

        string[] data = isFolder
            ? [WriteFolder(classes, Bytes)]
            : [Idx("pictures", [classes.Length, Size, Size], [.. Enumerable.Range(0, classes.Length).SelectMany(Bytes)]), "--labels", Idx("labels", [classes.Length], [.. classes.Select(number => (byte)number)])];
        var found = Detect(data);

        Assert.Equal("so(2)", (string?)found["algebra"]!["name"]);
        Assert.Equal((classes.Length, 3), ((int)found["data"]!["points"]!, (int)found["data"]!["classes"]![0]!));
        Assert.Contains(found["findings"]!.AsArray(), finding => (string?)finding!["id"] == "DAT007");
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

    [Fact]
    public void Too_many_turned_pictures_and_missing_digits_are_refused_with_what_to_do()
    {
        Directory.CreateDirectory(_folder["data/mnist"]); // a folder of that name, but nothing in it

        var many = NoetherProcess.Run("paper", "mnist", "--images", "60000", "--rotations", "100", "--out", _folder["out"]);
        var missing = NoetherProcess.RunWithoutDataSets(_folder["data"], "paper", "mnist", "--out", _folder["out"]);

        Assert.Equal((1, true, true), (many.ExitCode, many.Error.Contains("6000000 pictures", StringComparison.Ordinal), many.Error.Contains("at most 100000", StringComparison.Ordinal)));
        Assert.Equal((3, true), (missing.ExitCode, missing.Error.Contains("noether data fetch mnist", StringComparison.Ordinal)));
    }

    private string WriteFolder(int[] classes, Func<int, byte[]> pixels)
    {
        for (var picture = 0; picture < classes.Length; picture++)
        {
            Directory.CreateDirectory(_folder[$"set/class{classes[picture]}"]);
            using var bitmap = new SKBitmap(Size, Size);
            bitmap.Pixels = Array.ConvertAll(pixels(picture), grey => new SKColor(grey, grey, grey));
            using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
            File.WriteAllBytes(_folder[$"set/class{classes[picture]}/{picture:000}.png"], data.ToArray());
        }

        return _folder["set"];
    }

    private string Idx(string name, int[] shape, byte[] values)
    {
        var header = new byte[4 + (4 * shape.Length)];
        (header[2], header[3]) = (8, (byte)shape.Length);
        for (var axis = 0; axis < shape.Length; axis++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * axis)), shape[axis]);
        }

        File.WriteAllBytes(_folder[name], [.. header, .. values]);
        return _folder[name];
    }

    private JsonNode Detect(params string[] data)
    {
        var result = NoetherProcess.Run(["detect", .. data, "--out", _folder["out"], "--json", "--quiet", "--no-figures"]);
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
