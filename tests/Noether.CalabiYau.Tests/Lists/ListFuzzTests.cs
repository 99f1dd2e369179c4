using System.IO.Compression;
using System.Text;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Lists;
using Noether.Files.Tests;

namespace Noether.CalabiYau.Tests.Lists;

/// <summary>Whatever a list of configurations holds, it is read or refused with a message of one line, and soon. NOETHER_FUZZ multiplies the number of mutated lists.</summary>
public static class ListFuzzTests
{
    private const int Lists = 300;

    private const string Whole =
        "Num : 1\nNumPs : 4\nNumPol : 1\nEta : -128\nH11 : 4\nH21 : 68\nC2 : {24, 24, 24, 24}\nRedun : {0, 0, 0, 0, 0}\n{2}\n{2}\n{2}\n{2}\n\n"
        + "Num : 2\nNumPs : 2\nNumPol : 1\nEta : -162\nH11 : 2\nH21 : 83\nC2 : {36, 36}\nRedun : {0, 0, 0, 0, 0}\n{3}\n{3}\n\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public static void Mutated_lists(bool isPacked) => Mutate<CicyListException>(isPacked ? Packed(Whole) : Encoding.UTF8.GetBytes(Whole), bytes =>
    {
        using var stream = new MemoryStream(bytes);
        _ = CicyList.Read(stream, "list");
    });

    [Theory]
    [InlineData("P3[3 0 1] / P3[0 3 1]")]
    [InlineData("# two\n3 0 1; 0 3 1\n\n[[2, 0], [0, 4]]\n2\n2\n2\n2\n")]
    public static void Mutated_matrices(string whole) => Mutate<FormatException>(Encoding.UTF8.GetBytes(whole), bytes =>
    {
        using var reader = new StreamReader(new MemoryStream(bytes));
        _ = ConfigurationText.ReadAll(reader).ToList();
    });

    private static void Mutate<TRefusal>(byte[] whole, Action<byte[]> read)
        where TRefusal : Exception
    {
        read(whole);
        var (taken, refused) = new MutatedInputs(whole, new(11)).Read(
            Mutation.Scale * Lists,
            (bytes, _) => read(bytes),
            problem => problem is TRefusal && !problem.Message.Contains('\n', StringComparison.Ordinal));
        Assert.True(taken > 0 && refused > 0, "Some mutations must do harm and some none, or the test tests nothing.");
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
