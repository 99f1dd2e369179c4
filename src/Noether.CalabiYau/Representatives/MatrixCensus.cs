using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Noether.CalabiYau.Representatives;

/// <summary>Counts representatives as they go by, and those that two entries of the list reach; what a set means as training data depends on it.</summary>
/// <remarks>Keeps a hash of 128 bits for each matrix: some tens of bytes each, where the matrices themselves would fill a memory.</remarks>
public sealed class MatrixCensus
{
    private readonly Dictionary<UInt128, int> _labels = [];
    private readonly HashSet<UInt128> _shared = [];

    /// <summary>The matrices so far.</summary>
    public int Matrices { get; private set; }

    /// <summary>The different matrices among them.</summary>
    public int Distinct => _labels.Count;

    /// <summary>The matrices that occur with several labels.</summary>
    public int SharedByLabels => _shared.Count;

    /// <summary>Counts some matrices in canonical form.</summary>
    /// <param name="labels">The entry's label. Shape [n].</param>
    /// <param name="matrices">The matrix as text, as in <see cref="RepresentativeColumns"/>. Shape [n].</param>
    public void Add(ReadOnlySpan<int> labels, ReadOnlySpan<string> matrices)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            var key = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(matrices[i].AsSpan()));
            ref var label = ref CollectionsMarshal.GetValueRefOrAddDefault(_labels, key, out var exists);
            if (exists && label != labels[i])
            {
                _shared.Add(key);
            }

            label = exists ? label : labels[i];
            Matrices++;
        }
    }
}
