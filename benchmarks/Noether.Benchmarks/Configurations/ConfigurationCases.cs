using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Representatives;
using Noether.Runs;

namespace Noether.Benchmarks.Configurations;

/// <summary>Matrices of the size of the published list, drawn from a few well-known ones; no data set is needed.</summary>
internal static class ConfigurationCases
{
    private static readonly string[] Starts = ["2; 2; 2; 2", "2 0; 1 1; 0 2; 2 1", "3 0 1; 0 3 1", "1 1; 4 1", "2 0 0; 0 2 0; 0 0 2; 1 1 1; 1 1 1"];

    /// <summary>Different matrices with at most some rows.</summary>
    public static ConfigurationMatrix[] Matrices(int mostRows) =>
        [.. Starts.SelectMany(start => RepresentativeSet.Draw(ConfigurationMatrix.Parse(start), RepresentativeOptions.Default, new Seed(1)).Matrices).Where(matrix => matrix.Rows <= mostRows)];
}
