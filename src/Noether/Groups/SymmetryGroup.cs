using Noether.Numerics;
using Noether.Runs;

namespace Noether.Groups;

/// <summary>
/// A group that acts on R^n by affine maps x -> A x + b, as a user names it: what is tested one by one, and random elements of it.
/// </summary>
public sealed record SymmetryGroup
{
    internal SymmetryGroup(string name, int dimension) => (Name, Dimension) = (name, dimension);

    /// <summary>The name as it was given, such as "so(3)", "D3h" or "S2".</summary>
    public string Name { get; init; }

    /// <summary>The number of coordinates n.</summary>
    public int Dimension { get; init; }

    /// <summary>Infinitesimal transformations that span the algebra; empty for a finite group. Each [A b; 0 0], shape [n + 1, n + 1].</summary>
    public ImmutableArray<GroupMember> Generators { get; init; } = [];

    /// <summary>
    /// Finite transformations besides: of a finite group of at most <see cref="MostElements"/> elements all but the identity, of a larger
    /// one those that generate it, of a continuous one a mirror where it has one. Each [A b; 0 1], shape [n + 1, n + 1].
    /// </summary>
    public ImmutableArray<GroupMember> Elements { get; init; } = [];

    /// <summary>A random element, evenly spread; null where there is no such thing, as of boosts and translations.</summary>
    internal Func<RandomStream, Matrix>? Draw { get; init; }

    /// <summary>Whether the group is compact: only then a distribution of points can be invariant.</summary>
    public bool IsCompact => Draw is not null;

    /// <summary>Elements that are tested one by one, at most: those of the largest point group.</summary>
    internal const int MostElements = 120;

    /// <summary>A group by its name, on all coordinates.</summary>
    /// <param name="name">
    /// so(n), o(n), so(p,q), o(p,q), se(n), e(n), t(n), sl(n), gl(n), aff(n); point groups of the plane and of space in Schoenflies' names
    /// (C4, C3v, D3h, Cs, Ci, T, Td, Th, O, Oh, I, Ih; axis z, mirror of Cnv and axis of Dn by x); S3 for the permutations of 3
    /// coordinates; sign(1,3) to change the signs of coordinates by their numbers, counted from 1.
    /// </param>
    /// <param name="dimension">The number of coordinates n.</param>
    /// <exception cref="FormatException">No group has such a name.</exception>
    /// <exception cref="ArgumentException">The group moves another number of coordinates.</exception>
    public static SymmetryGroup Named(string name, int dimension) =>
        Named(name, [.. Enumerable.Range(1, dimension).Select(number => string.Create(null, $"{number}"))], []);

    /// <summary>A group by its name, on some of the coordinates.</summary>
    /// <param name="name">As in <see cref="Named(string, int)"/>; sign(..) takes names of coordinates.</param>
    /// <param name="coordinates">The names of all coordinates. Shape [n].</param>
    /// <param name="vectors">
    /// Which coordinates make up a vector, counted from 0: a group of matrices moves all vectors alike, and permutations exchange them.
    /// Coordinates in none stay where they are. Empty for one vector of all coordinates; for permutations every coordinate by itself.
    /// </param>
    /// <exception cref="FormatException">No group has such a name.</exception>
    /// <exception cref="ArgumentException">The group moves another number of coordinates.</exception>
    public static SymmetryGroup Named(string name, ImmutableArray<string> coordinates, ImmutableArray<ImmutableArray<int>> vectors) =>
        GroupNames.Parse(name).On(name, coordinates, vectors);

    /// <summary>A continuous group by the generators of its linear action.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="generators">One or more square matrices of one size n, x -> A x; or with a last row of zeros [A b; 0 0] where
    /// <paramref name="dimension"/> is n - 1.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <exception cref="ArgumentException">The matrices have another size.</exception>
    public static SymmetryGroup OfGenerators(string name, ImmutableArray<Matrix> generators, int dimension) =>
        ContinuousGroups.Spanned(name, [.. generators.Select(matrix => AffineMap.Extended(matrix, dimension, 0))]);

    /// <summary>A finite group by some of its elements, which generate it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="elements">One or more square matrices of one size, as in <see cref="OfGenerators"/> with a last row 0 .. 0 1 where
    /// there are translations.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <exception cref="ArgumentException">The matrices have another size, or generate no finite group of at most <see
    /// cref="FiniteClosure.MostElements"/> elements.</exception>
    public static SymmetryGroup OfElements(string name, ImmutableArray<Matrix> elements, int dimension) =>
        FiniteClosure.Generated(name, [.. elements.Select(matrix => AffineMap.Extended(matrix, dimension, 1))], AffineMap.Describe);

    /// <summary>The same group about another fixed point.</summary>
    /// <param name="centre">Shape [n].</param>
    public SymmetryGroup About(ImmutableArray<double> centre)
    {
        var (there, back) = (AffineMap.Translation(centre.AsSpan(), 1), AffineMap.Translation(centre.AsSpan(), -1));
        return Mapped(matrix => there * matrix * back);
    }

    /// <summary>The same group on several vectors of more coordinates, which it moves alike.</summary>
    /// <param name="dimension">The number of all coordinates.</param>
    /// <param name="vectors">The coordinates of each vector. Shape [vectors][n].</param>
    public SymmetryGroup On(int dimension, ImmutableArray<ImmutableArray<int>> vectors) =>
        Mapped(matrix => AffineMap.On(matrix, dimension, vectors)) with { Dimension = dimension };

    /// <summary>The coordinates that any member moves, and a point that all leave where it is, or the origin.</summary>
    internal (ImmutableArray<int> Moving, ImmutableArray<double> Centre) Moving()
    {
        var n = Dimension;
        var off = Elements.Select(element => element.Matrix - Matrix.Identity(n + 1)).Concat(Generators.Select(generator => generator.Matrix)).ToArray();
        var moving = Enumerable.Range(0, n).Where(i => off.Any(matrix => Enumerable.Range(0, n + 1).Any(j => Math.Abs(matrix[i, j]) > Tolerance.Rounding.Relative))).ToImmutableArray();
        // (A - 1) c = -b for all elements, in least squares.
        var normal = off.Aggregate(Matrix.Zero(n, n), (sum, matrix) => Linear(matrix) is var a ? sum + (a.Transposed * a) : sum);
        var target = new double[n];
        foreach (var matrix in off)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    target[j] -= matrix[i, j] * matrix[i, n];
                }
            }
        }

        var centre = new double[n];
        PseudoInverse.Of(normal).Apply(target, centre);
        return (moving, [.. centre]);

        Matrix Linear(Matrix matrix) => Matrix.Generate(n, n, (i, j) => matrix[i, j]);
    }

    /// <summary>The same group with every matrix replaced.</summary>
    internal SymmetryGroup Mapped(Func<Matrix, Matrix> map) => this with
    {
        Generators = [.. Generators.Select(member => member with { Matrix = map(member.Matrix) })],
        Elements = [.. Elements.Select(member => member with { Matrix = map(member.Matrix) })],
        Draw = Draw is { } draw ? random => map(draw(random)) : null,
    };
}

/// <summary>A transformation with its name, such as "rotation of (x, y)".</summary>
/// <param name="Name">In words.</param>
/// <param name="Matrix">Shape [n + 1, n + 1].</param>
public sealed record GroupMember(string Name, Matrix Matrix);
