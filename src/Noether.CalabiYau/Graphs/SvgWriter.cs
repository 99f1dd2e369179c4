namespace Noether.CalabiYau.Graphs;

/// <summary>Writes the few SVG elements that a picture of a graph needs.</summary>
internal sealed class SvgWriter
{
    private const string Style =
        "text{font-family:sans-serif;font-size:13px;text-anchor:middle;dominant-baseline:central;fill:#222}.title{font-weight:bold}.note,.dimension{fill:#666}" +
        ".row{stroke:#2563a8;stroke-width:2}.column{stroke:#d9822b;stroke-width:2;stroke-dasharray:5 4}.bracket{stroke:#222;fill:none}circle{fill:#fff;stroke:#222}";

    private readonly TextWriter _writer;

    /// <summary>Begins a document; sizes are in pixels.</summary>
    public SvgWriter(TextWriter writer, double width, double height)
    {
        _writer = writer;
        writer.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0.#}\" height=\"{height:0.#}\" viewBox=\"0 0 {width:0.#} {height:0.#}\">\n<style>{Style}</style>\n");
        writer.Write("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    }

    /// <summary>Text that needs no escaping, centred.</summary>
    public void Text(double x, double y, string text, string kind) => _writer.Write($"<text class=\"{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\">{text}</text>\n");

    /// <summary>A straight line.</summary>
    public void Line((double X, double Y) from, (double X, double Y) to, string kind) =>
        _writer.Write($"<line class=\"{kind}\" x1=\"{from.X:0.#}\" y1=\"{from.Y:0.#}\" x2=\"{to.X:0.#}\" y2=\"{to.Y:0.#}\"/>\n");

    /// <summary>A circle with a number in it.</summary>
    public void Node((double X, double Y) place, string text)
    {
        _writer.Write($"<circle cx=\"{place.X:0.#}\" cy=\"{place.Y:0.#}\" r=\"9\"/>\n");
        Text(place.X, place.Y, text, "entry");
    }

    /// <summary>A path in SVG's own notation.</summary>
    public void Path(string path, string kind) => _writer.Write($"<path class=\"{kind}\" d=\"{path}\"/>\n");

    /// <summary>Ends the document.</summary>
    public void End() => _writer.Write("</svg>\n");
}
