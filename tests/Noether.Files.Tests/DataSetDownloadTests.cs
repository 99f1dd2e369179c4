using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Noether.Files.Tests;

/// <summary>Fetching from a publisher that the test plays itself, on this machine.</summary>
public sealed class DataSetDownloadTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("Num : 1\n");
    private readonly string _folder = Directory.CreateTempSubdirectory("noether-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_with_the_right_hash_is_kept_compressed_whether_it_comes_plain_or_compressed(bool compressed)
    {
        await FetchAsync(_ => compressed ? Compressed(Content) : Content, Convert.ToHexStringLower(SHA256.HashData(Content)));

        using var gzip = new GZipStream(File.OpenRead(Path.Combine(_folder, "sub", "list.txt.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        Assert.Equal("Num : 1\n", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "sub")));
    }

    [Fact]
    public async Task A_file_with_another_hash_is_refused_and_leaves_nothing()
    {
        var exception = await Assert.ThrowsAsync<DataFileException>(() => FetchAsync(_ => Content, new string('0', 64)));

        Assert.Contains(new string('0', 64), exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_publisher_that_has_no_such_file_is_named()
    {
        var exception = await Assert.ThrowsAsync<DataFileException>(() => FetchAsync(_ => null, new string('0', 64)));

        Assert.Contains("status 404", exception.Message, StringComparison.Ordinal);
    }

    private async Task FetchAsync(Func<string, byte[]?> publish, string sha256)
    {
        using var client = new HttpClient(new Publisher(publish));
        var file = new DataSetFile("sub/list.txt.gz", new("http://publisher.invalid/list.txt"), sha256);
        await DataSetDownload.FetchAsync(client, file, _folder, TestContext.Current.CancellationToken);
    }

    private static byte[] Compressed(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionMode.Compress))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    private sealed class Publisher(Func<string, byte[]?> publish) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = publish(request.RequestUri!.AbsolutePath);
            return Task.FromResult(content is null
                ? new HttpResponseMessage(HttpStatusCode.NotFound)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) });
        }
    }
}
