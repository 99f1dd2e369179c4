using System.Diagnostics;
using Noether.Reports;

namespace Noether.Files.Tests;

public sealed class NumpyWriterTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        Assert.SkipUnless(BitConverter.IsLittleEndian, "The expected bytes are little-endian.");

        var bytes = NumpyTableTests.Npy([2, 1], new[] { 1, -1 });

        var header = "{'descr': '<i4', 'fortran_order': False, 'shape': (2, 1), }".PadRight(117) + "\n";
        Assert.Equal([0x93, .. "NUMPY"u8, 1, 0, 118, 0, .. System.Text.Encoding.ASCII.GetBytes(header), 1, 0, 0, 0, 255, 255, 255, 255], bytes);
    }

    [Fact]
    public void Elements_start_at_a_multiple_of_64_bytes_whatever_the_shape()
    {
        foreach (var shape in new ImmutableArray<int>[] { [], [1], [1, 1], [1, 1, 1], [.. Enumerable.Repeat(1, 30)] })
        {
            Assert.Equal(8, NumpyTableTests.Npy(shape, new[] { 1.5 }).Length % 64);
        }
    }

    [Fact]
    public void Numpy_itself_reads_what_was_written()
    {
        const string Python = "/usr/bin/python3";
        const string Program = """
            import sys, numpy as n
            a = n.load(sys.argv[1]); z = n.load(sys.argv[2])
            print(a.dtype, a.shape, a.tolist(), sorted(z), z['b'].dtype, z['b'].tolist(), z['c'].shape, z['c'].item(), z['d'].shape)
            """;
        Assert.SkipUnless(File.Exists(Python) && Run(Python, "-c", "import numpy").Code == 0, "Python with NumPy is not installed.");
        var npy = _scratch.Write("a.npy", NumpyTableTests.Npy([2, 2], new[] { 0.1, 2, 3, -4 }));
        var npz = _scratch.Write("a.npz", NumpyTableTests.Npz(new("b", [3], new long[] { 1L << 40, 2, 3 }), new("c", [], new[] { 7f }), new("d", [0, 3], Array.Empty<int>())));

        var (code, output) = Run(Python, "-c", Program, npy, npz);

        Assert.Equal((0, "float64 (2, 2) [[0.1, 2.0], [3.0, -4.0]] ['b', 'c', 'd'] int64 [1099511627776, 2, 3] () 7.0 (0, 3)"), (code, output.Trim()));
    }

    [Fact]
    public void Equal_arrays_give_equal_archives() =>
        Assert.Equal(NumpyTableTests.Npz(new NamedArray("x", [2], new[] { 1, 2 })), NumpyTableTests.Npz(new NamedArray("x", [2], new[] { 1, 2 })));

    [Fact]
    public void An_array_of_more_bytes_than_a_span_can_hold_is_written_whole()
    {
        var counting = new CountingStream();

        NumpyWriter.WriteNpy(counting, new("a", [1 << 14, 1 << 14], new double[1 << 28]));

        Assert.Equal(128 + (8L << 28), counting.Written);
    }

    [Fact]
    public void Arrays_that_do_not_fit_are_refused()
    {
        Assert.Contains("has 3 values; its shape (2, 2) has room for 4", Assert.Throws<ArgumentException>(() => NumpyTableTests.Npy([2, 2], new int[3])).Message, StringComparison.Ordinal);
        Assert.Contains("'a' is Boolean[]", Assert.Throws<ArgumentException>(() => NumpyTableTests.Npy([1], new[] { true })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => NumpyTableTests.Npz(new("x", [1], new[] { 1 }), new("x", [1], new[] { 1 })));
    }

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    /// <summary>Keeps nothing but the number of bytes.</summary>
    private sealed class CountingStream : MemoryStream
    {
        public long Written { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Written += buffer.Length;
    }
}
