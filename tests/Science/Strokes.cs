using Noether.Data;
using Noether.Experiments.RotatedDigits;
using Noether.Runs;

namespace Noether.Science.Tests;

/// <summary>Pictures of soft strokes through the middle, each with a dot beside it, in place of digits: what can be tested without the data set.</summary>
internal static class Strokes
{
    public const string Digit = "8";

    private const int Size = 16;

    /// <summary>Pictures that take the digits 8, 1 and 0 in turn.</summary>
    public static DigitImages Draw(int pictures, Seed seed)
    {
        var stream = seed.Stream();
        var pixels = new float[pictures * Size * Size];
        for (var picture = 0; picture < pictures; picture++)
        {
            var (brightness, length, width, slant) = (stream.NextUniform(0.5, 1.5), stream.NextUniform(2, 5), stream.NextUniform(0.8, 1.4), stream.NextUniform(-0.2, 0.2));
            var (row, column) = (stream.NextUniform(-4, 4), stream.NextUniform(-4, 4));
            for (var pixel = 0; pixel < Size * Size; pixel++)
            {
                var (y, x) = ((pixel / Size) - ((Size - 1) / 2.0), (pixel % Size) - ((Size - 1) / 2.0));
                var (along, across) = ((y * Math.Cos(slant)) + (x * Math.Sin(slant)), (x * Math.Cos(slant)) - (y * Math.Sin(slant)));
                var stroke = Math.Exp(-(along * along / (2 * length * length)) - (across * across / (2 * width * width)));
                var dot = Math.Exp(-(((y - row) * (y - row)) + ((x - column) * (x - column))) / 4);
                pixels[(picture * Size * Size) + pixel] = (float)(brightness * (stroke + (0.3 * dot)));
            }
        }

        string[] names = [.. Enumerable.Range(0, pictures).Select(picture => (picture % 3) switch { 0 => Digit, 1 => "1", _ => "0" })];
        return new("strokes", new string('0', 64), new(pictures, Size, Size, pixels), Labels.FromNames("label", names));
    }
}
