using Noether.Numerics;

namespace Noether.FiniteGroups;

/// <summary>Orthogonal matrices that come near every element of O(n), or are all of a kind: where a search for symmetries starts.</summary>
internal static class OrthogonalCover
{
    private const int StepsInPlane = 360;

    // Some 10 degrees apart, as near as polynomials of degree 8 need a start.
    private const int RotationsInSpace = 4000;

    // Constants of the spiral that spreads unit quaternions evenly: sqrt(2), and the real root above 1 of x^4 = x + 4.
    private const double Phi = 1.4142135623730951;
    private const double Psi = 1.5337511687555804;

    /// <summary>Rotations and mirrors of the plane or of space, evenly spread. Shape [count][n, n].</summary>
    /// <param name="dimension">n, 2 or 3.</param>
    public static IEnumerable<Matrix> Even(int dimension) => dimension == 2 ? InPlane() : InSpace();

    /// <summary>Permutations of vectors of coordinates, and changes of the signs of single coordinates. Shape [count][n, n].</summary>
    /// <param name="vectors">The coordinates of each vector, all of one length. Shape [vectors][d].</param>
    /// <param name="most">How many are wanted at most: if all are more, exchanges, cycles of three and single signs.</param>
    public static IEnumerable<Matrix> SignedPermutations(ImmutableArray<ImmutableArray<int>> vectors, int most)
    {
        var (count, n) = (vectors.Length, vectors.Sum(vector => vector.Length));
        var hasSigns = vectors.All(vector => vector.Length == 1);
        var all = Enumerable.Range(1, count).Aggregate(1.0, (product, k) => product * k * (hasSigns ? 2 : 1));
        var permutations = all <= most ? All(count) : Few(count);
        foreach (var images in permutations)
        {
            var signs = !hasSigns ? [0] : all <= most ? Enumerable.Range(0, 1 << count) : FewSigns(images);
            foreach (var changed in signs)
            {
                yield return Map(n, vectors, images, changed);
            }
        }
    }

    private static IEnumerable<Matrix> InPlane()
    {
        for (var step = 0; step < StepsInPlane; step++)
        {
            var (s, c) = Math.SinCos(2 * Math.PI * step / StepsInPlane);
            yield return Matrix.FromRows([c, -s], [s, c]);
            yield return Matrix.FromRows([c, s], [s, -c]);
        }
    }

    private static IEnumerable<Matrix> InSpace()
    {
        for (var i = 0; i < RotationsInSpace; i++)
        {
            var share = (i + 0.5) / RotationsInSpace;
            var (r, s) = (Math.Sqrt(share), Math.Sqrt(1 - share));
            var (a, b) = (2 * Math.PI * (i + 0.5) / Phi, 2 * Math.PI * (i + 0.5) / Psi);
            var rotation = OfQuaternion(r * Math.Sin(a), r * Math.Cos(a), s * Math.Sin(b), s * Math.Cos(b));
            yield return rotation;
            yield return -rotation;
        }
    }

    private static Matrix OfQuaternion(double w, double x, double y, double z) => Matrix.FromRows(
        [1 - (2 * ((y * y) + (z * z))), 2 * ((x * y) - (z * w)), 2 * ((x * z) + (y * w))],
        [2 * ((x * y) + (z * w)), 1 - (2 * ((x * x) + (z * z))), 2 * ((y * z) - (x * w))],
        [2 * ((x * z) - (y * w)), 2 * ((y * z) + (x * w)), 1 - (2 * ((x * x) + (y * y)))]);

    private static IEnumerable<int[]> All(int count)
    {
        return Extended([]);

        IEnumerable<int[]> Extended(int[] start) => start.Length == count ? [start]
            : Enumerable.Range(0, count).Where(next => !start.Contains(next)).SelectMany(next => Extended([.. start, next]));
    }

    // The identity, exchanges, cycles of three, and turns of all.
    private static IEnumerable<int[]> Few(int count)
    {
        int[] identity = [.. Enumerable.Range(0, count)];
        var pairs = from a in identity from b in identity where a < b select Cycle(a, b);
        var triples = from a in identity from b in identity from c in identity where a < b && a < c && b != c select Cycle(a, b, c);
        var turns = identity.Skip(1).Select(step => identity.Select(k => (k + step) % count).ToArray());
        return [identity, .. pairs, .. triples, .. turns];

        int[] Cycle(params int[] cycle)
        {
            int[] images = [.. identity];
            for (var k = 0; k < cycle.Length; k++)
            {
                images[cycle[k]] = cycle[(k + 1) % cycle.Length];
            }

            return images;
        }
    }

    // None, or those of one cycle of a permutation: of one coordinate, of two that are exchanged.
    private static IEnumerable<int> FewSigns(int[] images)
    {
        int[] moved = [.. Enumerable.Range(0, images.Length).Where(k => images[k] != k)];
        return moved.Length == 0 ? [0, .. images.Select(k => 1 << k)]
            : moved.Length == 2 ? [0, (1 << moved[0]) | (1 << moved[1])]
            : [0];
    }

    private static Matrix Map(int n, ImmutableArray<ImmutableArray<int>> vectors, int[] images, int changed)
    {
        var entries = new double[n * n];
        for (var k = 0; k < images.Length; k++)
        {
            for (var axis = 0; axis < vectors[k].Length; axis++)
            {
                entries[(vectors[images[k]][axis] * n) + vectors[k][axis]] = (changed >> k & 1) == 1 ? -1 : 1;
            }
        }

        return Matrix.FromEntries(n, n, entries);
    }
}
