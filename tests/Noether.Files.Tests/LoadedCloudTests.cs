namespace Noether.Files.Tests;

public sealed class LoadedCloudTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Orbits_come_from_a_column_and_the_rest_are_coordinates()
    {
        var cloud = LoadedCloud.From(_scratch.Read("cloud.csv", "x,y,orbit\n1,2,0\n3,4,0\n5,6,1\n7,8,1\n"), new() { Orbit = "orbit" });

        Assert.Equal(["x", "y"], cloud.CoordinateNames);
        Assert.Equal([0, 0, 1, 1], cloud.Orbits.Classes);
        Assert.Equal(4, cloud.Points.Count);
    }

    [Fact]
    public void Without_a_column_all_points_are_on_one_orbit()
    {
        var cloud = LoadedCloud.From(_scratch.Read("cloud.csv", "x,y\n1,2\n3,4\n5,6\n"), new());

        Assert.Equal(["all"], cloud.Orbits.ClassNames);
        Assert.Equal([0, 0, 0], cloud.Orbits.Classes);
    }

    [Fact]
    public void What_is_wrong_with_a_cloud_is_said()
    {
        Assert.Equal("cloud.csv: expected a column \"orbits\", found x, orbit; did you mean \"orbit\"?", ErrorOf("x,orbit\n1,a\n2,a\n", "orbits"));
        Assert.Equal("cloud.csv, column \"x\": expected several points with each label, found 3 different labels in 3 rows; name the column that says which points belong together with --orbit", ErrorOf("x,y\n1,2\n2,3\n3,4\n", "x"));
        Assert.Equal("cloud.csv: expected more than 2 samples for 2 coordinates, found 1; add samples, leave columns out, or transpose the table: one row per sample", ErrorOf("x,y\n1,2\n", null));
    }

    private string ErrorOf(string text, string? orbit) => _scratch.ErrorOf(() => LoadedCloud.From(_scratch.Read("cloud.csv", text), new() { Orbit = orbit }));
}
