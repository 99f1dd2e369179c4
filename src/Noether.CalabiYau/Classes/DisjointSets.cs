namespace Noether.CalabiYau.Classes;

/// <summary>Labels in sets that can be joined; each set is named by its smallest label.</summary>
internal sealed class DisjointSets(IEnumerable<int> labels)
{
    private readonly Dictionary<int, int> _parents = labels.ToDictionary(label => label);

    /// <summary>The smallest label of the set that holds a label.</summary>
    public int Find(int label)
    {
        while (_parents[label] != label)
        {
            _parents[label] = _parents[_parents[label]];
            label = _parents[label];
        }

        return label;
    }

    /// <summary>Joins the sets of two labels.</summary>
    public void Join(int first, int second)
    {
        var (a, b) = (Find(first), Find(second));
        _parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>The smallest label of the set of every label.</summary>
    public Dictionary<int, int> ToDictionary() => _parents.Keys.Order().ToDictionary(label => label, Find);
}
