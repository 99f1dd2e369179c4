using System.Text;
using Noether.Files.Tests;

namespace Noether.Reporting.Tests;

/// <summary>Whatever a report.json holds, it is read or refused, and soon. NOETHER_FUZZ multiplies the number of mutated reports.</summary>
public static class ReportFuzzTests
{
    private const int Reports = 200;

    [Fact]
    public static void Mutated_reports()
    {
        var whole = Encoding.UTF8.GetBytes(ReportJson.ToText(SampleReport.Complete));
        var (taken, refused) = new MutatedInputs(whole, new(13)).Read(
            Mutation.Scale * Reports,
            (bytes, _) =>
            {
                using var stream = new MemoryStream(bytes);
                ReportJson.Read(stream);
            },
            problem => problem is FormatException);
        Assert.True(taken > 0 && refused > 0, "Some mutations must do harm and some none, or the test tests nothing.");
    }
}
