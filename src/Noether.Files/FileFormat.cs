namespace Noether.Files;

/// <summary>What the first bytes of a file say that it is.</summary>
internal enum FileFormat
{
    /// <summary>Delimited text or JSON.</summary>
    Text,

    /// <summary>One NumPy array.</summary>
    Npy,

    /// <summary>A ZIP archive of NumPy arrays.</summary>
    Npz,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>The format of the MNIST files.</summary>
    Idx,

    /// <summary>A PNG picture; only a folder of them holds samples.</summary>
    Png,
}
