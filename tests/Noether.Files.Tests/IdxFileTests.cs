using System.IO.Compression;
using Noether.Runs;

namespace Noether.Files.Tests;

public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] TwoByThree = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Shape_and_bytes_are_read_plain_or_compressed()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(TwoByThree);
        }

        foreach (var bytes in new[] { TwoByThree, compressed.ToArray() })
        {
            var file = IdxFile.Read(_scratch.Write("digits", bytes), Execution.Default);
            Assert.Equal([2, 3], file.Shape);
            Assert.Equal([1, 2, 3, 4, 5, 255], file.Values.ToArray());
        }
    }

    [Fact]
    public void The_mnist_digits_are_read()
    {
        var folder = Environment.GetEnvironmentVariable("NOETHER_DATA");
        var path = Path.Combine(folder ?? "", "mnist", "t10k-images-idx3-ubyte.gz");
        Assert.SkipUnless(File.Exists(path), "NOETHER_DATA names no folder with mnist/t10k-images-idx3-ubyte.gz.");

        var digits = IdxFile.Read(path, Execution.Default);

        Assert.Equal([10_000, 28, 28], digits.Shape);
        Assert.Equal(255, digits.Values.ToArray().Max());
    }

    [Fact]
    public void What_is_wrong_with_a_file_is_said()
    {
        Assert.Equal("digits: expected 6 elements, found 5; fetch the file again from its publisher", ErrorOf(TwoByThree[..^1]));
        Assert.Equal("digits: expected 6 elements, found more; fetch the file again from its publisher", ErrorOf([.. TwoByThree, 0]));
        Assert.Equal("digits: expected an IDX file of unsigned bytes, found one of another type; fetch the file again from its publisher", ErrorOf([0, 0, 0x0D, 1, 0, 0, 0, 0]));
        Assert.Equal("digits: expected an IDX file of unsigned bytes, found another format; fetch the file again from its publisher", ErrorOf([.. "x,y\n1,2\n"u8]));
        Assert.Equal("digits: expected axes that fit the size of the file, found shape (2147483647, 1); fetch the file again from its publisher", ErrorOf([0, 0, 8, 2, 127, 255, 255, 255, 0, 0, 0, 1]));
    }

    private string ErrorOf(byte[] bytes) => _scratch.ErrorOf(() => IdxFile.Read(_scratch.Write("digits", bytes), Execution.Default));
}
