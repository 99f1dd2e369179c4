namespace Noether.Data.Images;

/// <summary>How the angles of a picture's copies are drawn; uniform on the whole turn either way.</summary>
internal enum AngleSampling
{
    /// <summary>Each for itself, as in the paper.</summary>
    Independent,

    /// <summary>
    /// One from each of as many equal sectors as there are copies (stratified sampling): no gap is wider than two sectors, and averages over the copies
    /// are those over the turn up to the power -3/2 of their number in place of -1/2.
    /// </summary>
    Stratified,
}
