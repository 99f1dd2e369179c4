namespace Noether.CalabiYau.Configurations;

/// <summary>What keeps entries from being a configuration matrix.</summary>
internal static class ConfigurationGuard
{
    /// <summary>The first problem in words, rows and columns counted from 1; null where there is none.</summary>
    public static string? Problem(int rows, int columns, ReadOnlySpan<int> degrees)
    {
        if (rows < 1 || columns < 1)
        {
            return $"A configuration needs at least one row and one column; got {rows} x {columns}.";
        }

        if (degrees.Length != rows * columns)
        {
            return $"A {rows} x {columns} configuration has {rows * columns} degrees; got {degrees.Length}.";
        }

        return DegreeProblem(columns, degrees) ?? RowProblem(rows, columns, degrees) ?? ColumnProblem(rows, columns, degrees) ?? DimensionProblem(rows, columns, degrees);
    }

    private static string? DegreeProblem(int columns, ReadOnlySpan<int> degrees)
    {
        for (var i = 0; i < degrees.Length; i++)
        {
            if (degrees[i] is < 0 or > ConfigurationMatrix.MaxDegree)
            {
                return $"Degrees are 0 .. {ConfigurationMatrix.MaxDegree}; row {(i / columns) + 1}, column {(i % columns) + 1} holds {degrees[i]}.";
            }
        }

        return null;
    }

    private static string? RowProblem(int rows, int columns, ReadOnlySpan<int> degrees)
    {
        for (var row = 0; row < rows; row++)
        {
            var sum = Sum(degrees.Slice(row * columns, columns));
            if (sum < 2)
            {
                return $"Row {row + 1} sums to {sum}; a row of P^n sums to n + 1, so to 2 or more.";
            }
        }

        return null;
    }

    private static string? ColumnProblem(int rows, int columns, ReadOnlySpan<int> degrees)
    {
        for (var column = 0; column < columns; column++)
        {
            var sum = 0;
            for (var row = 0; row < rows; row++)
            {
                sum += degrees[(row * columns) + column];
            }

            if (sum == 0)
            {
                return $"Column {column + 1} is zero; an equation without coordinates is no equation.";
            }
        }

        return null;
    }

    private static string? DimensionProblem(int rows, int columns, ReadOnlySpan<int> degrees)
    {
        var ambient = Sum(degrees) - rows;
        if (ambient > ConfigurationMatrix.MaxAmbientDimension)
        {
            return $"The ambient space has dimension {ambient}; at most {ConfigurationMatrix.MaxAmbientDimension} are supported.";
        }

        return ambient - columns >= 1
            ? null
            : $"{columns} equations in an ambient space of dimension {ambient} leave dimension {ambient - columns}; a manifold needs 1 or more.";
    }

    private static int Sum(ReadOnlySpan<int> degrees)
    {
        var sum = 0;
        foreach (var degree in degrees)
        {
            sum += degree;
        }

        return sum;
    }
}
