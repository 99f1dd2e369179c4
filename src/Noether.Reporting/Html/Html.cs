using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Noether.Reporting.Html;

/// <summary>Markup. Written as an interpolated string, whose texts are escaped and whose markup is not: names from a user's table cannot become markup.</summary>
[InterpolatedStringHandler]
internal sealed class Html(int literalLength, int formattedCount)
{
    private const int ExpectedHole = 16;
    private readonly StringBuilder _markup = new(literalLength + (ExpectedHole * formattedCount));

    /// <summary>No markup.</summary>
    internal static Html Empty => $"";

    /// <summary>Markup that comes from this library's own files.</summary>
    internal static Html Trusted(string markup)
    {
        var html = new Html(markup.Length, 0);
        html.AppendLiteral(markup);
        return html;
    }

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(string? text) => _markup.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(int number) => _markup.Append(number);

    public void AppendFormatted(Html? html) => _markup.Append(html?._markup);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
        {
            _markup.Append(part._markup);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _markup.ToString();
}
