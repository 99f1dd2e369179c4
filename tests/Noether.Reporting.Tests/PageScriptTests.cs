using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Tests;

/// <summary>The page in a browser: what a hand on the mouse sees.</summary>
public static partial class PageScriptTests
{
    private const int Points = 2000;

    [Theory]
    [InlineData(1200)]
    [InlineData(500)]
    public static void A_reader_can_point_choose_zoom_and_turn(int width)
    {
        var answers = Answers(Page(), Questions, width);

        Assert.Equal("none", answers["error"]);
        Assert.Equal("5", answers["stages"]);
        Assert.Equal("none", answers["picture"]); // the still picture has given way
        Assert.Equal("true", answers["inked"]);
        Assert.Equal("sample 1777|class: north|orbit: orbit 1|x = 3|y = 4|z = 5", answers["pointed"]);
        Assert.Equal("1777", answers["linked"]); // the same sample, ringed in the other panel
        Assert.Equal("hidden", answers["chosen"]); // after its class is switched off in the legend
        Assert.Equal("shown", answers["again"]);
        Assert.Equal("2.00", answers["zoomed"]); // distances on the sheet after zooming twofold
        Assert.Equal("0.600000", answers["turned"]); // radians, of a pointer that was moved by 60 pixels
        Assert.Equal("hidden", answers["orbit"]); // after its orbit is switched off
        Assert.Equal("direction = 2|strength = 0.5", answers["bar"]);
        Assert.Equal("direction = 2|strength: not on this axis", answers["gone"]); // a bar of height 0, where heights are logarithms
        Assert.Equal("NaN", answers["gap"]); // and a point without a value is not drawn at 0
        Assert.Equal("hidden", answers["unmarked"]);
        Assert.Equal("fits", answers["wide"]); // nothing sticks out of the screen
    }

    [Fact]
    public static void A_page_whose_script_fails_still_shows_its_pictures()
    {
        var answers = Answers(Page().Replace("data-view=\"{", "data-view=\"", StringComparison.Ordinal), "answers.picture = getComputedStyle(document.querySelector('.still')).display;", 1200);

        Assert.NotEqual("none", answers["picture"]);
    }

    [Fact]
    public static void On_paper_the_figures_are_pictures_and_nothing_asks_to_be_clicked()
    {
        // Links tell of the parts that they lie in: a PDF names the target of every link that can be seen, and of no other.
        var page = Page().Replace("</body>", """
            <script>
            const link = (place, name) => place.append(Object.assign(document.createElement("a"), { href: `https://seen.invalid/${name}`, textContent: name }));
            link(document.querySelector("main"), "text");
            document.querySelectorAll(".still").forEach((still) => { const parent = document.createElement("div"); parent.className = "still"; still.before(parent); link(parent, "picture"); });
            document.querySelectorAll("button").forEach((button) => link(button, "button"));
            document.querySelectorAll(".live").forEach((live) => link(live, "live"));
            </script></body>
            """, StringComparison.Ordinal);

        var (paper, asOnScreen) = (Chromium.Print(page), Chromium.Print(page.Replace("@media print", "@media not all", StringComparison.Ordinal)));

        Assert.InRange(PageOfPaper().Count(paper), 2, 20);
        Assert.Equal(["picture", "text"], Seen(paper));
        Assert.Equal(["button", "live", "text"], Seen(asOnScreen)); // the control: without the styles for paper

        static IEnumerable<string> Seen(string paper) => SeenLink().Matches(paper).Select(link => link.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Answers(string page, string questions, int width)
    {
        var asked = page.Replace("</body>", $$"""
            <script>
            const answers = { error: "none" };
            try { {{questions}} } catch (error) { answers.error = error.stack; }
            for (const [name, answer] of Object.entries(answers)) { document.body.append(Object.assign(document.createElement("output"), { name, textContent: `${answer}` })); }
            </script></body>
            """, StringComparison.Ordinal);
        return Answer().Matches(Chromium.Open(asked, width, 900)).ToDictionary(answer => answer.Groups["name"].Value, answer => WebUtility.HtmlDecode(answer.Groups["said"].Value), StringComparer.Ordinal);
    }

    private static string Page()
    {
        var random = new Seed(8).Stream();
        double[] Scattered() => [.. Enumerable.Range(0, Points).Select(i => i == 777 ? 0 : random.NextUniform(-1, 1))];
        var (x, y, z) = (Scattered(), Scattered(), Scattered());
        (x[777], y[777], z[777]) = (3, 4, 5);
        (x[0], y[0], z[0]) = (-3, -4, -5);
        ImmutableArray<int> samples = [.. Enumerable.Range(1000, Points)];
        ImmutableArray<int> halves = [.. samples.Select(sample => sample % 2)];
        ScatterLayer Cloud(double[] third) => new([.. x], [.. y], halves, ["south", "north"])
        {
            Z = [.. third],
            Samples = samples,
            GroupTitle = "class",
            Groupings = [new("orbit", halves, ["orbit 0", "orbit 1"])],
        };
        var figure = new Figure("embedding", "A cloud", "From two sides.", [new Panel("space", "x", "y", [Cloud(z)]) { Depth = "z", EqualUnits = true }, new Panel("plane", "x", "y", [Cloud([])])]);
        var bars = new Figure("spectrum", "Bars", "Some.", [new Panel("bars", "direction", "strength", [new BarLayer([1, 0.5, 0.01], 2)]) { LogarithmicVertical = true }]);
        var gaps = new Figure("gaps", "Values without a place", "Two.", [
            new Panel("bars", "direction", "strength", [new BarLayer([1, 0, 0.01], 2)]) { LogarithmicVertical = true },
            new Panel("line", "step", "size", [new LineLayer("sizes", [1, 2, 3], [4, double.NaN, 5], Marked: true)])]);
        using var stream = new MemoryStream();
        ReportHtml.Write(SampleReport.Bare with { Figures = [figure, bars, gaps] }, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private const string Questions = """
        const stages = [...document.querySelectorAll(".stage")];
        const [space, plane, bars, gone, line] = stages.map((stage) => stage.panel);
        stages.forEach((stage) => stage.panel.resize());
        const send = (panel, type, x, y) => {
          const box = panel.stage.getBoundingClientRect();
          panel.stage.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: box.left + x, clientY: box.top + y }));
        };
        const say = (panel) => panel.tip.hidden ? "hidden" : [...panel.tip.children].map((line) => line.textContent).join("|");
        const spot = (panel, i) => [panel.places[0].x[i], panel.places[0].y[i]];
        answers.stages = stages.length;
        answers.picture = getComputedStyle(document.querySelector(".still")).display;
        answers.inked = space.sheet.getContext("2d").getImageData(0, 0, space.sheet.width, space.sheet.height).data.filter((part) => part > 0).length > 5000;
        send(space, "pointermove", ...spot(space, 777));
        answers.pointed = say(space);
        answers.linked = plane.figure.pointed;
        const entry = [...document.querySelectorAll(".entry")].find((made) => made.textContent === "north");
        entry.click();
        send(space, "pointermove", ...spot(space, 777));
        answers.chosen = say(space);
        entry.click();
        send(space, "pointermove", ...spot(space, 777));
        answers.again = say(space) === answers.pointed ? "shown" : say(space);
        const gap = () => Math.hypot(spot(plane, 777)[0] - spot(plane, 0)[0], spot(plane, 777)[1] - spot(plane, 0)[1]);
        const before = gap();
        plane.zoom(2);
        answers.zoomed = (gap() / before).toFixed(2);
        const ahead = [...space.view.turn[2]];
        space.stage.setPointerCapture = () => {}; // which only a real pointer can be
        send(space, "pointerdown", 100, 100);
        send(space, "pointermove", 160, 100);
        send(space, "pointerup", 160, 100);
        answers.turned = Math.acos(space.view.turn[2].reduce((sum, part, i) => sum + part * ahead[i], 0)).toFixed(6);
        const orbit = [...document.querySelectorAll(".entry")].find((made) => made.textContent === "orbit 1");
        orbit.click();
        send(space, "pointermove", ...spot(space, 777));
        answers.orbit = say(space);
        orbit.click();
        send(bars, "pointermove", bars.places[0].x[1], bars.view.area.top + 5);
        answers.bar = say(bars);
        send(gone, "pointermove", gone.places[0].x[1], gone.view.area.top + 5);
        answers.gone = say(gone);
        answers.gap = line.places[0].y[1];
        send(line, "pointermove", line.view.across(2), line.view.down(0));
        answers.unmarked = say(line);
        answers.wide = document.documentElement.scrollWidth <= window.innerWidth ? "fits" : `${document.documentElement.scrollWidth} of ${window.innerWidth}`;
        """;

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex PageOfPaper();

    [GeneratedRegex(@"https://seen\.invalid/(?<name>[a-z]+)", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex SeenLink();

    [GeneratedRegex("<output name=\"(?<name>[a-z]+)\">(?<said>[^<]*)</output>", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Answer();
}
