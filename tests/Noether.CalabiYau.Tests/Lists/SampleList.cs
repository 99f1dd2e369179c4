using System.IO.Compression;
using System.Text;

namespace Noether.CalabiYau.Tests.Lists;

/// <summary>Three records in the published format: a product, and two orders of the Tian-Yau configuration.</summary>
internal static class SampleList
{
    public const string Text =
        """
        Num    : 3
        NumPs  : 2
        NumPol : 2
        Eta    : 0
        H11    : 0
        H21    : 0
        C2     : {72, 0}
        Redun  : {0, 0, 0, 0, 0}
        {3, 0}
        {0, 4}

        Num    : 7
        NumPs  : 2
        NumPol : 3
        Eta    : -18
        H11    : 14
        H21    : 23
        C2     : {36, 36}
        Redun  : {9, 0, 0, 0, 0}
        {3, 0, 1}
        {0, 3, 1}

        Num    : 9
        NumPs  : 2
        NumPol : 3
        Eta    : -18
        H11    : 14
        H21    : 23
        C2     : {36, 36}
        Redun  : {7, 0, 0, 0, 0}
        {1, 3, 0}
        {1, 0, 3}


        """;

    /// <summary>The text as a gzip archive.</summary>
    public static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            packing.Write(Encoding.UTF8.GetBytes(Text));
        }

        return packed.ToArray();
    }
}
