using Noether.Data;
using Noether.Data.Images;
using Noether.Runs;

namespace Noether.Files.Images;

/// <summary>Labelled pictures out of files.</summary>
/// <param name="Images">The pictures, brightness 0 to 1.</param>
/// <param name="Labels">What each shows.</param>
/// <param name="Source">The file or folder of the pictures, as the user named it.</param>
/// <param name="Sha256">The SHA-256 of the pictures' bytes in lower-case hexadecimal.</param>
internal sealed record LoadedImages(ImageStack Images, Labels Labels, string Source, string Sha256)
{
    private const int ImageAxes = 3;

    /// <summary>Reads pictures and labels in the format of the MNIST digits.</summary>
    /// <param name="images">The file of pictures, shape [n, height, width].</param>
    /// <param name="labels">The file of labels, shape [n].</param>
    /// <param name="most">Pictures to keep, the first of the file.</param>
    /// <param name="execution">Cancellation.</param>
    /// <exception cref="DataFileException">A file is not IDX, has other axes, or the two differ in length.</exception>
    public static LoadedImages ReadIdx(string images, string labels, int most, Execution execution)
    {
        var (pictures, names) = (IdxFile.Read(images, execution), IdxFile.Read(labels, execution));
        Require(images, pictures, ImageAxes, "pictures, an array of three axes");
        Require(labels, names, 1, "labels, an array of one axis");
        if (pictures.Shape[0] != names.Shape[0])
        {
            throw new DataFileException(labels, $"a label for each of the {pictures.Shape[0]} pictures in {images}", $"{names.Shape[0]} labels", "give the labels that belong to the pictures");
        }

        var count = Math.Min(most, pictures.Shape[0]);
        var pixels = new float[checked(count * pictures.Shape[1] * pictures.Shape[2])];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = pictures.Values[i] / (float)byte.MaxValue;
        }

        return new(
            new(count, pictures.Shape[1], pictures.Shape[2], pixels),
            Data.Labels.FromNames("label", [.. Enumerable.Range(0, count).Select(i => $"{names.Values[i]}")]),
            pictures.Source,
            pictures.Sha256);
    }

    private static void Require(string path, IdxFile file, int axes, string expected)
    {
        if (file.Shape.Length != axes || file.Shape.Contains(0))
        {
            throw new DataFileException(path, expected, $"shape ({string.Join(", ", file.Shape)})", "give the pictures first and their labels second");
        }
    }
}
