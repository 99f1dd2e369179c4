using System.Diagnostics;
using System.Text;

namespace Noether.Reporting.Tests;

/// <summary>A browser without a window, where the machine has one.</summary>
internal static class Chromium
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string? Program { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>Opens a page and returns its elements as its scripts left them; skips the test where there is no browser.</summary>
    public static string Open(string page, int width, int height) => InBrowser(page, (_, browse) => browse([$"--window-size={width},{height}", "--dump-dom"]));

    /// <summary>Prints a page and returns the bytes of the PDF as letters; skips the test where there is no browser.</summary>
    public static string Print(string page) => InBrowser(page, (folder, browse) =>
    {
        var paper = Path.Combine(folder, "page.pdf");
        browse([$"--print-to-pdf={paper}"]);
        return File.ReadAllText(paper, Encoding.Latin1);
    });

    private static string InBrowser(string page, Func<string, Func<string[], string>, string> use)
    {
        Assert.SkipWhen(Program is null, "No Chromium on this machine: the page's script was not run.");
        var folder = Directory.CreateTempSubdirectory("noether-page-").FullName;
        try
        {
            var file = Path.Combine(folder, "page.html");
            File.WriteAllText(file, page);
            return use(folder, options => Run(
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                $"--user-data-dir={Path.Combine(folder, "profile")}", "--virtual-time-budget=10000", .. options, new Uri(file).AbsoluteUri,
            ]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string[] arguments)
    {
        using var browser = Process.Start(new ProcessStartInfo(Program!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var noise = browser.StandardError.ReadToEndAsync();
        var said = browser.StandardOutput.ReadToEndAsync();
        if (!browser.WaitForExit(Patience))
        {
            browser.Kill(entireProcessTree: true);
            Assert.Fail("The browser did not end.");
        }

        Assert.True(browser.ExitCode == 0, noise.Result);
        return said.Result;
    }
}
