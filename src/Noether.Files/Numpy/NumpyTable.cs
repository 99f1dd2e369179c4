using Noether.Files.Images;
using Noether.Runs;

namespace Noether.Files.Numpy;

/// <summary>Makes tables of NumPy arrays.</summary>
internal static class NumpyTable
{
    public static Table ReadNpy(DataFile file, Execution execution)
    {
        execution.Cancellation.ThrowIfCancellationRequested();
        var place = new ArrayPlace(file.Path, null);
        if (file.IsGzip)
        {
            throw place.Fault("an NPY file", "one compressed by gzip", "decompress it first, or use numpy.savez_compressed");
        }

        var array = NpyArray.Read(file.Content(), file.Length, place);
        return new(file, [.. ColumnsOf("x", array, place, isNumberedAlways: true)]) { PictureSize = PictureSizeOf(array) };
    }

    public static Table ReadNpz(DataFile file, Execution execution)
    {
        if (file.IsGzip)
        {
            throw new DataFileException(file.Path, "an NPZ archive", "one compressed again by gzip", "decompress it first");
        }

        var columns = new List<Column>();
        var pixels = new List<Column>();
        (int Height, int Width)? pictures = null;
        foreach (var (name, array) in NpzArchive.Read(file, execution))
        {
            var place = new ArrayPlace(file.Path, Shortened.Text(name));
            if (columns.Count > 0 && array.Shape.Length > 0 && array.Shape[0] != columns[0].Count)
            {
                throw place.Fault($"{columns[0].Count} rows as in the array before", $"{array.Shape[0]}", "save arrays of equal length");
            }

            Column[] read = [.. ColumnsOf(name, array, place, isNumberedAlways: false)];
            columns.AddRange(read);
            pixels.AddRange(PictureSizeOf(array) is null ? [] : read);
            pictures ??= PictureSizeOf(array);
        }

        return new(file, [.. columns]) { PictureSize = pictures, Pixels = [.. pixels] };
    }

    private static (int Height, int Width)? PictureSizeOf(NpyArray array) => array is { Shape: [_, var height, var width], Numbers: not null } ? (height, width) : null;

    private static IEnumerable<Column> ColumnsOf(string name, NpyArray array, ArrayPlace place, bool isNumberedAlways)
    {
        if (array.Imaginary is not null)
        {
            throw place.Fault("real numbers or text", "complex numbers", "save real and imaginary parts as separate real columns");
        }

        if (array.Shape.Length is 0 or > 3)
        {
            throw place.Fault("an array of one or two axes, or pictures of one size as three", $"shape ({string.Join(", ", array.Shape)})", "reshape it to one row per sample: array.reshape(len(array), -1)");
        }

        var (rows, width) = (array.Shape[0], array.Shape.Skip(1).Aggregate(1, (product, length) => product * length));
        if (rows == 0 || width == 0)
        {
            throw place.Fault("at least one row and one column", $"shape ({string.Join(", ", array.Shape)})", "check the program that wrote the file");
        }

        var isNumbered = isNumberedAlways || array.Shape.Length > 1;
        return NamesOf(name, array.Shape, isNumberedAlways).Select((column, i) => array.Numbers is { } numbers
            ? new Column(column, Every(numbers, i, width)) { IsNumbered = isNumbered }
            : new Column(column, Every(array.Texts!, i, width)) { IsNumbered = isNumbered });
    }

    private static IEnumerable<string> NamesOf(string name, ImmutableArray<int> shape, bool isNumberedAlways) => shape switch
    {
        [_] => [isNumberedAlways ? $"{name}0" : name],
        [_, var width] => Enumerable.Range(0, width).Select(i => $"{name}{i}"),
        _ => PixelNames.Of(name, shape[1], shape[2]),
    };

    private static T[] Every<T>(T[] elements, int first, int step)
    {
        var column = new T[elements.Length / step];
        for (var row = 0; row < column.Length; row++)
        {
            column[row] = elements[first + (row * step)];
        }

        return column;
    }
}
