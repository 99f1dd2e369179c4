using Noether.Data;
using Noether.Data.Images;

namespace Noether.Experiments.RotatedDigits;

/// <summary>Pictures of digits as they were published.</summary>
/// <param name="Source">The file that they were read from.</param>
/// <param name="Sha256">Hash of the file's bytes in lower-case hexadecimal.</param>
/// <param name="Images">The pictures.</param>
/// <param name="Digits">What each shows.</param>
internal sealed record DigitImages(string Source, string Sha256, ImageStack Images, Labels Digits);
