using System.Text;
using System.Text.Json;
using Noether.Files;

namespace Noether.Reporting.Tests;

public static class ReportFolderTests
{
    [Fact]
    public static void A_folder_holds_the_page_the_file_every_figure_twice_and_every_array()
    {
        var files = Files();

        Assert.Equal(
            ["figures/embedding.png", "figures/embedding.svg", "figures/generators.png", "figures/generators.svg", "figures/spectrum.png", "figures/spectrum.svg", "orbit.npy", "report.html", "report.json"],
            files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void Every_path_in_the_file_leads_to_a_file_that_was_written()
    {
        var files = Files();
        using var document = JsonDocument.Parse(files["report.json"]);
        var paths = document.RootElement.GetProperty("figures").EnumerateArray().Concat(document.RootElement.GetProperty("arrays").EnumerateObject().Select(array => array.Value)).Select(path => path.GetString()!);

        Assert.All(paths, path => Assert.True(files.ContainsKey(path), path));
    }

    [Fact]
    public static void The_time_of_the_figures_is_a_stage_of_the_run()
    {
        var written = ReportFolder.Write(SampleReport.MexicanHat, (_, _) => { });

        var figures = Assert.Single(written.Timings, time => time.Stage == "figures");
        Assert.True(figures.Seconds > 0);
        Assert.Equal(SampleReport.MexicanHat.Seconds + figures.Seconds, written.Seconds);
    }

    [Fact]
    public static void The_files_appear_in_a_folder_on_disk_when_it_is_completed()
    {
        var path = Path.Combine(Path.GetTempPath(), $"noether-report-{Guid.NewGuid():N}");
        try
        {
            using (var folder = OutputFolder.Open(path))
            {
                ReportFolder.Write(SampleReport.MexicanHat, folder);
                folder.Complete();
            }

            Assert.StartsWith("{", File.ReadAllText(Path.Combine(path, "report.json")), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(path, "figures", "embedding.svg")));
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    [Fact]
    public static void A_name_that_no_font_can_draw_is_a_finding_and_one_that_can_be_drawn_is_none()
    {
        const string Unassigned = "\U000E0FFF"; // a code point that no font gives a glyph
        var lost = SampleReport.Bare with { Figures = [SampleFigures.Generator with { Title = Unassigned }] };
        var fine = SampleReport.Bare with { Figures = [SampleFigures.Generator with { Title = "ψ̄ Δx² ≥ ½" }] };

        Assert.Contains(ReportFolder.Write(lost, (_, _) => { }).Findings, finding => finding.Id == "FIG001");
        Assert.Empty(ReportFolder.Write(fine, (_, _) => { }).Findings);
    }

    private static Dictionary<string, string> Files()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        ReportFolder.Write(SampleReport.MexicanHat, (path, write) =>
        {
            using var stream = new MemoryStream();
            write(stream);
            files.Add(path, Encoding.UTF8.GetString(stream.ToArray()));
        });
        return files;
    }
}
