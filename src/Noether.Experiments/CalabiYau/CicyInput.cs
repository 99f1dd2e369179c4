using Noether.CalabiYau.Lists;

namespace Noether.Experiments.CalabiYau;

/// <summary>The list that the experiment works on.</summary>
/// <param name="Name">The file as given.</param>
/// <param name="Sha256">Hash of its bytes in lower-case hexadecimal.</param>
/// <param name="List">The whole list: identities are put to the test on all of it.</param>
/// <param name="Every">Only labels that this number divides are learned; 1 for all.</param>
internal sealed record CicyInput(string Name, string Sha256, CicyList List, int Every)
{
    /// <summary>The entries that are learned: no placeholders.</summary>
    public CicyList Learned => new([.. List.WithoutPlaceholders.Records.Where(record => record.Label % Every == 0)]);
}
