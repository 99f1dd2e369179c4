using System.Text;
using Noether.Files.Tests;
using Noether.Runs;

namespace Noether.Reporting.Tests;

/// <summary>Whatever a report.json holds, it is read or refused, and soon. NOETHER_FUZZ multiplies the number of mutated reports.</summary>
public static class ReportFuzzTests
{
    private const int Reports = 200;

    [Fact]
    public static void Mutated_reports()
    {
        var whole = Encoding.UTF8.GetBytes(ReportJson.ToText(SampleReport.Complete));
        var (accepted, refused) = (0, 0);
        for (var i = 0; i < Mutation.Scale * Reports; i++)
        {
            var bytes = Mutation.Of(whole, new Seed(13).For(i));
            try
            {
                using var stream = new MemoryStream(bytes);
                _ = ReportJson.Read(stream);
                accepted++;
            }
            catch (FormatException)
            {
                refused++;
            }
            catch (Exception exception)
            {
                Assert.Fail($"{i}: {exception}\n{Encoding.UTF8.GetString(bytes)}");
            }
        }

        Assert.True(accepted > 0 && refused > 0, "Some mutations must do harm and some none, or the test tests nothing.");
    }
}
