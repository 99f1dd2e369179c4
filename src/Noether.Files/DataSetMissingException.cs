namespace Noether.Files;

/// <summary>A published data set that is not on this machine; the message says how to get it.</summary>
/// <param name="set">The data set.</param>
public sealed class DataSetMissingException(DataSet set) : Exception(
    $"the data set \"{set.Name}\" was not found; fetch it with: noether data fetch {set.Name}, or set {DataSets.Variable} to the folder that holds {set.FileName}")
{
    /// <summary>The data set.</summary>
    public DataSet Set => set;
}
