namespace Noether.CalabiYau.Graphs;

/// <summary>What happens to a node whose type is not in the dictionary.</summary>
public enum UnseenTypes
{
    /// <summary>It is an error: right for data from which the dictionary was made.</summary>
    Reject,

    /// <summary>All of them are counted in one more slot after the known types, so that a trained network can be asked about any matrix.</summary>
    SpareSlot,
}
