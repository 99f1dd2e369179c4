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
        await FetchAsync(_ => compressed ? Compressed(Content) : Content, Hash);

        using var gzip = new GZipStream(System.IO.File.OpenRead(Path.Combine(_folder, "sub", "list.txt.gz")), CompressionMode.Decompress);
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

    [Fact]
    public async Task A_damaged_archive_is_refused_like_any_other_content()
    {
        var damaged = Compressed(Content);
        damaged[^12] ^= 0xFF;

        var exception = await Assert.ThrowsAsync<DataFileException>(() => FetchAsync(_ => damaged, Hash));

        Assert.Contains("a damaged archive", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_publisher_that_cannot_be_reached_or_does_not_answer_is_named_with_what_to_do()
    {
        var unreachable = await Assert.ThrowsAsync<DataFileException>(() => FetchAsync(_ => throw new HttpRequestException("Name or service not known"), Hash));
        var silent = await Assert.ThrowsAsync<DataFileException>(() => FetchAsync(_ => throw new TaskCanceledException(), Hash));

        Assert.Contains("no connection (Name or service not known)", unreachable.Message, StringComparison.Ordinal);
        Assert.Contains("no answer within 100 seconds", silent.Message, StringComparison.Ordinal);
        Assert.Contains("put the file as sub/list.txt.gz into the folder that NOETHER_DATA names", unreachable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_there_once_fetched_and_not_when_it_was_altered()
    {
        Assert.False(DataSetDownload.IsThere(File(Hash), _folder));
        await FetchAsync(_ => Content, Hash);
        Assert.True(DataSetDownload.IsThere(File(Hash), _folder));
        Assert.False(DataSetDownload.IsThere(File(new string('0', 64)), _folder));
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, "sub", "list.txt.gz"), "Num : 2\n", TestContext.Current.CancellationToken);
        Assert.False(DataSetDownload.IsThere(File(Hash), _folder));
    }

    [Fact]
    public async Task An_earlier_file_stays_when_the_next_one_is_refused()
    {
        await FetchAsync(_ => Content, Hash);
        await Assert.ThrowsAsync<DataFileException>(() => FetchAsync(_ => Compressed("other"u8.ToArray()), Hash));

        Assert.True(DataSetDownload.IsThere(File(Hash), _folder));
    }

    private static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    private static DataSetFile File(string sha256) => new("sub/list.txt.gz", new("http://publisher.invalid/list.txt"), sha256);

    private async Task FetchAsync(Func<string, byte[]?> publish, string sha256)
    {
        using var client = new HttpClient(new Publisher(publish));
        await DataSetDownload.FetchAsync(client, File(sha256), _folder, TestContext.Current.CancellationToken);
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
