namespace Noether.CalabiYau.Lists;

/// <summary>Names the entry whose matrix work stumbles over.</summary>
internal static class EntryProblem
{
    /// <summary>Carries out work on an entry.</summary>
    /// <exception cref="InvalidDataException">The work threw one; the message names the entry.</exception>
    public static T Named<T>(CicyRecord record, Func<CicyRecord, T> work)
    {
        try
        {
            return work(record);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"Entry {record.Label}: {problem.Message}", problem);
        }
    }
}
