using CsCheck;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Topology;

namespace Noether.CalabiYau.Tests.Identities;

public static class IdentityTests
{
    public static TheoryData<string> Names { get; } = ["L", "B", "C", "D", "F", "A1", "A2", "A3"];

    [Theory]
    [MemberData(nameof(Names))]
    public static void Every_result_is_a_configuration_with_the_same_Euler_number_and_dimension(string name) =>
        Starts(name, Generators.Threefolds).Sample(matrix => AssertResultsAgree(name, matrix), iter: 200);

    [Theory]
    [MemberData(nameof(Names))]
    public static void So_it_is_in_other_dimensions(string name) =>
        Starts(name, Generators.Matrices.Where(matrix => matrix.Dimension is 1 or 2 or 4 or 5 && matrix.Rows < 5)).Sample(matrix => AssertResultsAgree(name, matrix), iter: 60);

    [Theory]
    [MemberData(nameof(Names))]
    public static void No_result_exceeds_the_largest_ambient_dimension(string name)
    {
        var identity = IdentitySet.Parse(name).Identities[0];
        var growth = identity is DeterminantalSplitting splitting ? splitting.K : 1;

        Assert.NotEmpty(identity.Backward(OfAmbientDimension(64 - growth)));
        Assert.Empty(identity.Backward(OfAmbientDimension(64)));

        ConfigurationMatrix OfAmbientDimension(int dimension) => identity is DelPezzoExchange ? WithDelPezzoSurface(Path(dimension - 3), 0) : Path(dimension);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public static void Forward_undoes_backward(string name)
    {
        var identity = IdentitySet.Parse(name).Identities[0];
        Starts(name, Generators.Threefolds).Sample(
            matrix =>
            {
                var form = CanonicalForm.Of(matrix);
                return identity.Backward(matrix).All(result => identity.Forward(result).Any(back => CanonicalForm.Of(back).Equals(form)))
                    && (identity is LinearEquation || identity.Forward(matrix).All(result => identity.Backward(result).Any(back => CanonicalForm.Of(back).Equals(form)))); // L forward may remove a P1, which L backward cannot know of
            },
            iter: 200);
    }

    [Theory]
    [InlineData("B", "2; 5", "1 0 1; 0 1 1; 5 5 0", false)]
    [InlineData("B", "2; 4", "1 1; 1 1; 4 0", true)] // both halves of the P1 row meet the same equation
    [InlineData("C", "1 1; 4 1", "1 1 2; 4 1 0", false)]
    [InlineData("C", "2; 4", "1 2; 4 0", true)]
    [InlineData("D", "2; 2; 3", "2 2; 3 0", true)]
    [InlineData("D", "2 0; 1 1; 3 0", "2 2; 3 0", false)]
    [InlineData("A1", "2; 4", "1 1; 1 1; 4 0", true)]
    [InlineData("A1", "5", "1 1; 4 1", false)]
    public static void Known_pairs_are_joined_and_others_are_not(string name, string smaller, string larger, bool joined)
    {
        var identity = IdentitySet.Parse(name).Identities[0];
        var (before, after) = (smaller, larger);
        var results = TryParse(before) is { } matrix ? identity.Backward(matrix).Select(CanonicalForm.Of) : [];

        Assert.Equal(joined, TryParse(after) is { } expected && results.Contains(CanonicalForm.Of(expected)));
    }

    [Fact]
    public static void The_two_models_of_the_del_Pezzo_surface_of_degree_6_are_exchanged()
    {
        var plane = ConfigurationMatrix.Parse("1 1 1 0; 1 1 1 0; 0 0 1 2");
        var lines = ConfigurationMatrix.Parse("1 1 0; 1 1 0; 1 1 0; 0 1 2");

        Assert.Contains(CanonicalForm.Of(lines), new DelPezzoExchange().Forward(plane).Select(CanonicalForm.Of));
        Assert.Contains(CanonicalForm.Of(plane), new DelPezzoExchange().Backward(lines).Select(CanonicalForm.Of));
        Assert.Empty(new DelPezzoExchange().Forward(ConfigurationMatrix.Parse("1 1 1 0; 1 1 0 1; 0 0 1 2")));
    }

    [Fact]
    public static void The_quintic_has_no_other_representative() =>
        Assert.All(IdentitySet.Full.Identities, identity => Assert.Empty(identity.Backward(ConfigurationMatrix.FromDegrees([5]))));

    [Fact]
    public static void Identities_are_named_in_text_and_unknown_names_refused()
    {
        Assert.Equal("B,C,D,A1,A2,A3,F", IdentitySet.Full.ToString());
        Assert.Equal(IdentitySet.WithLineSplittings, IdentitySet.Parse(" B, C,D , A1"));
        Assert.Contains("\"A0\"", Assert.Throws<FormatException>(() => IdentitySet.Parse("B,A0")).Message, StringComparison.Ordinal);
    }

    // Random threefolds seldom have equal P1 rows or a del Pezzo model; for D and F they are attached to a random matrix.
    private static Gen<ConfigurationMatrix> Starts(string name, Gen<ConfigurationMatrix> any) => name switch
    {
        "D" => Gen.Select(any, Gen.Int[0, 4]).Select((matrix, column) => WithEqualLines(matrix, column % matrix.Columns, 2)),
        "F" => Gen.Select(any, Gen.Int[0, 4]).Select((matrix, column) => WithDelPezzoSurface(matrix, column % matrix.Columns)),
        _ => any,
    };

    private static void AssertResultsAgree(string name, ConfigurationMatrix matrix)
    {
        var identity = IdentitySet.Parse(name).Identities[0];
        var expected = TopologicalData.Of(matrix);
        foreach (var result in identity.Backward(matrix).AddRange(identity.Forward(matrix)))
        {
            Assert.Null(ConfigurationGuard.Problem(result.Rows, result.Columns, [.. result.Degrees.ToArray().Select(degree => (int)degree)]));
            var actual = TopologicalData.Of(result);
            Assert.Equal((expected.Dimension, expected.EulerNumber), (actual.Dimension, actual.EulerNumber));
        }
    }

    /// <summary>A surface in a product of so many P1, each of which shares an equation with the next; the first two share one with the third.</summary>
    private static ConfigurationMatrix Path(int lines)
    {
        var columns = lines - 2;
        var degrees = new int[lines * columns];
        (degrees[0], degrees[columns]) = (2, 2);
        for (var row = 2; row < lines; row++)
        {
            degrees[(row * columns) + row - 2]++;
            degrees[(row * columns) + Math.Min(row - 1, columns - 1)]++;
        }

        return ConfigurationMatrix.FromEntries(lines, columns, degrees);
    }

    private static ConfigurationMatrix WithEqualLines(ConfigurationMatrix matrix, int column, int copies)
    {
        var grid = DegreeGrid.Enlarged(matrix, copies, 0);
        for (var copy = 0; copy < copies; copy++)
        {
            grid[matrix.Rows + copy, column] = 2;
        }

        return grid.ToMatrix();
    }

    private static ConfigurationMatrix WithDelPezzoSurface(ConfigurationMatrix matrix, int column)
    {
        var grid = DegreeGrid.Enlarged(matrix, 3, 1);
        for (var copy = 0; copy < 3; copy++)
        {
            grid[matrix.Rows + copy, column] = 1;
            grid[matrix.Rows + copy, matrix.Columns] = 1;
        }

        return grid.ToMatrix();
    }

    private static ConfigurationMatrix? TryParse(string text)
    {
        try
        {
            return ConfigurationMatrix.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
