using Noether.Runs;

namespace Noether.Files.Images;

/// <summary>Makes tables of the IDX files of the MNIST digits.</summary>
internal static class IdxTable
{
    private const int ImageAxes = 3;

    /// <summary>Pictures as pixels of brightness 0 to 1, or labels as a column "label".</summary>
    public static Table Of(DataFile file, Execution execution)
    {
        var idx = IdxFile.Read(file, execution);
        if (idx.Shape.Contains(0))
        {
            throw Fault(file, idx);
        }

        return idx.Shape switch
        {
            [_] => new(file, [new("label", Values(idx, 0, 1, 1))]),
            [_, var height, var width] => new(file, [.. PixelNames.Of("pixel", height, width).Select((name, pixel) => new Column(name, Values(idx, pixel, height * width, byte.MaxValue)))])
            {
                PictureSize = (height, width),
            },
            _ => throw Fault(file, idx),
        };
    }

    private static DataFileException Fault(DataFile file, IdxFile idx) =>
        new(file.Path, $"pictures, {ImageAxes} axes, or labels, one axis", $"shape ({string.Join(", ", idx.Shape)})", "name the file of the pictures, and that of their labels with --labels");

    private static double[] Values(IdxFile idx, int first, int step, double unit)
    {
        var values = new double[idx.Shape[0]];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = idx.Values[first + (i * step)] / unit;
        }

        return values;
    }
}
