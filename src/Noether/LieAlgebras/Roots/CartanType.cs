namespace Noether.LieAlgebras.Roots;

/// <summary>The type of a simple complex Lie algebra, such as A2 or G2, with what its Cartan matrix tells. Nodes are numbered as by Bourbaki.</summary>
/// <param name="Family">'A' to 'G'.</param>
/// <param name="Rank">The number of simple roots.</param>
internal sealed record CartanType(char Family, int Rank)
{
    /// <summary>All types of a rank, each once: B2 stands for C2, A3 for D3.</summary>
    public static IEnumerable<CartanType> OfRank(int rank)
    {
        yield return new('A', rank);
        if (rank >= 2)
        {
            yield return new('B', rank);
        }

        if (rank >= 3)
        {
            yield return new('C', rank);
        }

        if (rank >= 4)
        {
            yield return new('D', rank);
        }

        foreach (var exceptional in new CartanType[] { new('G', 2), new('F', 4), new('E', 6), new('E', 7), new('E', 8) }.Where(type => type.Rank == rank))
        {
            yield return exceptional;
        }
    }

    /// <summary>Squared lengths of the simple roots, the short ones 2. Shape [rank].</summary>
    public ImmutableArray<int> SquaredLengths => [.. Enumerable.Range(0, Rank).Select(SquaredLength)];

    /// <summary>The dimension of the algebra.</summary>
    public int Dimension => Rank + (2 * PositiveRoots().Length);

    /// <summary>The entry &lt;alpha_i, alpha_j check&gt; = 2 (alpha_i, alpha_j) / (alpha_j, alpha_j) of the Cartan matrix.</summary>
    public int Cartan(int i, int j)
    {
        if (i == j)
        {
            return 2;
        }

        return Joined(i, j) ? -Math.Max(1, SquaredLength(i) / SquaredLength(j)) : 0;
    }

    /// <summary>The positive roots as sums of simple ones, by height. Shape [roots][rank].</summary>
    public ImmutableArray<ImmutableArray<int>> PositiveRoots()
    {
        var roots = Enumerable.Range(0, Rank).Select(i => new Coefficients(this, [.. Enumerable.Range(0, Rank).Select(j => i == j ? 1 : 0)])).ToList();
        var known = roots.ToHashSet();
        for (var next = 0; next < roots.Count; next++)
        {
            for (var i = 0; i < Rank; i++)
            {
                if (roots[next].CanAdd(i, known) && known.Add(roots[next].Plus(i, 1)))
                {
                    roots.Add(roots[next].Plus(i, 1));
                }
            }
        }

        return [.. roots.Select(root => root.Values)];
    }

    /// <summary>The dimension of the irrep with a highest weight, by Weyl's formula.</summary>
    /// <param name="labels">Its Dynkin labels, all 0 or more. Shape [rank].</param>
    public long DimensionOf(ImmutableArray<int> labels)
    {
        var lengths = SquaredLengths;
        var dimension = 1.0;
        foreach (var root in PositiveRoots())
        {
            var (weight, rho) = (0.0, 0.0);
            for (var i = 0; i < Rank; i++)
            {
                weight += root[i] * lengths[i] * labels[i];
                rho += root[i] * lengths[i];
            }

            dimension *= (weight + rho) / rho;
        }

        return (long)Math.Round(dimension);
    }

    /// <summary>Whether the compact group acts on a self-conjugate irrep by quaternionic matrices: the sum of &lt;lambda, alpha check&gt; over the positive roots is odd.</summary>
    /// <param name="labels">Its Dynkin labels. Shape [rank].</param>
    public bool IsQuaternionic(ImmutableArray<int> labels)
    {
        var lengths = SquaredLengths;
        var sum = 0;
        foreach (var root in PositiveRoots())
        {
            var (weight, square) = (0, 0);
            for (var i = 0; i < Rank; i++)
            {
                weight += root[i] * labels[i] * lengths[i];
                square += Enumerable.Range(0, Rank).Sum(j => root[i] * root[j] * Cartan(i, j) * lengths[j] / 2);
            }

            sum += weight / square;
        }

        return sum % 2 != 0;
    }

    /// <summary>The symmetries of the diagram: permutations p with equal Cartan matrix, node i to p[i].</summary>
    public ImmutableArray<ImmutableArray<int>> Symmetries()
    {
        ImmutableArray<int> identity = [.. Enumerable.Range(0, Rank)];
        return Family switch
        {
            'A' when Rank >= 2 => [identity, [.. identity.Reverse()]],
            'D' when Rank == 4 => [.. from p in new int[][] { [0, 2, 3], [0, 3, 2], [2, 0, 3], [2, 3, 0], [3, 0, 2], [3, 2, 0] } select ImmutableArray.Create(p[0], 1, p[1], p[2])],
            'D' => [identity, identity.SetItem(Rank - 2, Rank - 1).SetItem(Rank - 1, Rank - 2)],
            'E' when Rank == 6 => [identity, [5, 1, 4, 3, 2, 0]],
            _ => [identity],
        };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Family}{Rank}";

    private int SquaredLength(int i) => Family switch
    {
        'B' => i == Rank - 1 ? 2 : 4,
        'C' => i == Rank - 1 ? 4 : 2,
        'F' => i < 2 ? 4 : 2,
        'G' => i == 0 ? 2 : 6,
        _ => 2,
    };

    private bool Joined(int i, int j)
    {
        var (low, high) = (Math.Min(i, j), Math.Max(i, j));
        return Family switch
        {
            'D' => high == Rank - 1 ? low == Rank - 3 : high == low + 1,
            'E' => (low, high) is (0, 2) or (1, 3) || (low >= 2 && high == low + 1),
            _ => high == low + 1,
        };
    }

    /// <summary>A root's coefficients with equality by value.</summary>
    private sealed record Coefficients(CartanType Type, ImmutableArray<int> Values)
    {
        public Coefficients Plus(int i, int count) => this with { Values = Values.SetItem(i, Values[i] + count) };

        /// <summary>Whether adding alpha_i gives a root: p - &lt;root, alpha_i check&gt; &gt; 0, with p the steps that the string goes down.</summary>
        public bool CanAdd(int i, HashSet<Coefficients> known)
        {
            var down = 0;
            while (known.Contains(Plus(i, -down - 1)))
            {
                down++;
            }

            var product = Enumerable.Range(0, Values.Length).Sum(j => Values[j] * Type.Cartan(j, i));
            return down - product > 0;
        }

        public bool Equals(Coefficients? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

        public override int GetHashCode() => Values.Aggregate(0, HashCode.Combine);
    }
}
