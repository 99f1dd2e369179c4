using System.Buffers.Binary;
using Noether.Files.Images;
using Noether.Runs;

namespace Noether.Files.Tests.Images;

public sealed class LoadedImagesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("noether-images-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Pictures_and_labels_come_in_the_order_of_the_files()
    {
        var images = Idx("images", [3, 1, 2], [0, 255, 51, 102, 255, 0]);
        var labels = Idx("labels", [3], [7, 2, 7]);

        var loaded = LoadedImages.ReadIdx(images, labels, most: 2, Execution.Default);

        Assert.Equal(2, loaded.Images.Count);
        Assert.Equal([0.2f, 0.4f], loaded.Images.Picture(1).ToArray());
        Assert.Equal(["7", "2"], loaded.Labels.Classes.Select(number => loaded.Labels.ClassNames[number]));
        Assert.Equal(64, loaded.Sha256.Length);
    }

    [Fact]
    public void Labels_given_as_pictures_and_other_lengths_are_refused_with_the_file()
    {
        var images = Idx("images", [2, 1, 1], [0, 1]);
        var labels = Idx("labels", [3], [7, 2, 7]);

        var swapped = Assert.Throws<DataFileException>(() => LoadedImages.ReadIdx(labels, images, 9, Execution.Default));
        var unequal = Assert.Throws<DataFileException>(() => LoadedImages.ReadIdx(images, labels, 9, Execution.Default));

        Assert.Contains("labels", swapped.Message, StringComparison.Ordinal);
        Assert.Contains("3 labels", unequal.Message, StringComparison.Ordinal);
    }

    private string Idx(string name, int[] shape, byte[] values)
    {
        var bytes = new byte[4 + (4 * shape.Length)];
        (bytes[2], bytes[3]) = (8, (byte)shape.Length);
        for (var axis = 0; axis < shape.Length; axis++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + (4 * axis)), shape[axis]);
        }

        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, [.. bytes, .. values]);
        return path;
    }
}
