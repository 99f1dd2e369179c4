using Noether.Numerics;

namespace Noether.FiniteGroups;

/// <summary>The names of finite groups of rotations and mirrors of the plane and of space, Eq. (F6).</summary>
internal static class PointGroupNames
{
    private const double Small = 1e-3;

    /// <summary>Schoenflies' name without underscores, such as D3h, and that of Hermann and Mauguin, such as -62m.</summary>
    /// <param name="group">The group. n = 2 or 3.</param>
    public static (string Schoenflies, string HermannMauguin) Of(FoundElements group)
    {
        var isProper = group.Matrices.Select(matrix => LinearSystem.Determinant(matrix) > 0).ToArray();
        var schoenflies = group.Matrices[0].Rows == 2 ? InPlane(isProper) : InSpace(group, isProper);
        return (schoenflies, International(schoenflies, group.Matrices[0].Rows));
    }

    private static string InPlane(bool[] isProper)
    {
        var turns = isProper.Count(proper => proper);
        return turns == isProper.Length ? $"C{turns}" : turns == 1 ? "Cs" : $"C{turns}v";
    }

    private static string InSpace(FoundElements group, bool[] isProper)
    {
        var rotations = Kind(group.Matrices.Where((_, k) => isProper[k]));
        if (isProper.All(proper => proper))
        {
            return Name(rotations.Family, rotations.Axis, "");
        }

        var hasInversion = group.Matrices.Any(matrix => (matrix + Matrix.Identity(3)).Norm < Small);
        var all = Kind(group.Matrices.Select((matrix, k) => isProper[k] ? matrix : -matrix));
        return (rotations.Family, all.Family, hasInversion) switch
        {
            ('C', _, true) => rotations.Axis == 1 ? "Ci" : rotations.Axis % 2 == 0 ? $"C{rotations.Axis}h" : $"S{2 * rotations.Axis}",
            ('D', _, true) => $"D{rotations.Axis}{(rotations.Axis % 2 == 0 ? "h" : "d")}",
            (var family, _, true) => $"{family}h",
            ('C', 'C', _) => rotations.Axis == 1 ? "Cs" : rotations.Axis % 2 == 1 ? $"C{rotations.Axis}h" : $"S{2 * rotations.Axis}",
            ('C', _, _) => $"C{rotations.Axis}v",
            ('D', _, _) => $"D{rotations.Axis}{(rotations.Axis % 2 == 1 ? "h" : "d")}",
            _ => "Td",
        };
    }

    private static string Name(char family, int axis, string suffix) => family is 'C' or 'D' ? $"{family}{axis}{suffix}" : $"{family}{suffix}";

    // C, D, T, O or I, with the order of the main axis.
    private static (char Family, int Axis) Kind(IEnumerable<Matrix> rotations)
    {
        var all = rotations.ToArray();
        var main = all.Max(Order);
        var turns = all.Count(rotation => Order(rotation) > 2);
        return all.Length == main ? ('C', main)
            : all.Length == 4 || (all.Length == 2 * main && turns <= main - 1) ? ('D', all.Length / 2)
            : all.Length switch { 12 => ('T', 3), 24 => ('O', 4), _ => ('I', 5) };
    }

    private static int Order(Matrix rotation)
    {
        var angle = Math.Acos(Math.Clamp((rotation.Trace - 1) / 2, -1, 1));
        return angle < Small ? 1 : Enumerable.Range(1, 1000).First(order => Math.Abs(Math.IEEERemainder(order * angle, 2 * Math.PI)) < order * Small);
    }

    private static string International(string schoenflies, int dimension)
    {
        var (family, suffix) = (schoenflies[0], schoenflies[^1] is 'v' or 'h' or 'd' or 's' or 'i' ? schoenflies[^1..] : "");
        var n = int.TryParse(schoenflies[1..(schoenflies.Length - suffix.Length)], out var number) ? number : 0;
        var isEven = n % 2 == 0;
        return (family, suffix) switch
        {
            ('C', "s") => "m",
            ('C', "i") => "-1",
            ('C', "") => $"{n}",
            ('C', "v") => isEven ? $"{n}mm" : $"{n}m",
            ('C', "h") => isEven ? $"{n}/m" : $"-{2 * n}",
            ('S', _) => (n / 2) % 2 == 1 ? $"-{n / 2}" : $"-{n}",
            ('D', "") => dimension == 2 ? $"{n}m" : isEven ? $"{n}22" : $"{n}2",
            ('D', "h") => n == 2 ? "mmm" : isEven ? $"{n}/mmm" : $"-{2 * n}m2",
            ('D', "d") => isEven ? $"-{2 * n}2m" : $"-{n}m",
            ('T', var of) => of switch { "h" => "m-3", "d" => "-43m", _ => "23" },
            ('O', var of) => of == "h" ? "m-3m" : "432",
            (_, var of) => of == "h" ? "m-3-5" : "235",
        };
    }
}
