using System.ComponentModel;
using System.Diagnostics;
using Noether.Numerics;

namespace Noether.Tests.LieAlgebras;

/// <summary>The computer algebra system GAP, as an independent judge with exact arithmetic.</summary>
internal static class Gap
{
    /// <summary>
    /// What GAP says about the Lie algebras that integer matrices span, in a line each: the dimensions of centre, radical and nilradical, those of the derived
    /// and of the lower central series, and the type where it is semisimple. Null where GAP is not installed.
    /// </summary>
    public static async Task<string[]?> DescribeAsync(IEnumerable<ImmutableArray<Matrix>> algebras, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("gap", ["-q", "-A", "-x", "4000"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        var answer = process.StandardOutput.ReadToEndAsync(cancellation);
        foreach (var generators in algebras)
        {
            await process.StandardInput.WriteLineAsync(Question(generators));
        }

        await process.StandardInput.WriteLineAsync("QUIT;");
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        return (await answer).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Numbers separated by blanks, lists in brackets without blanks.</summary>
    public static string Line(int centre, int radical, IEnumerable<int> derived, IEnumerable<int> lowerCentral, string type) =>
        $"{centre} {radical} {string.Join(',', derived)} {string.Join(',', lowerCentral)} {type}";

    private static string Question(ImmutableArray<Matrix> generators)
    {
        var matrices = string.Join(',', generators.Select(matrix => $"[{string.Join(',', Enumerable.Range(0, matrix.Rows).Select(row => $"[{string.Join(',', matrix.Row(row).ToArray())}]"))}]"));
        return $"""
            L:=LieAlgebra(Rationals,[{matrices}]);;
            R:=Dimension(LieSolvableRadical(L));; T:="";; if R=0 then T:=SemiSimpleType(L);; fi;
            Print(Dimension(LieCentre(L))," ",R," ",JoinStringsWithSeparator(List(LieDerivedSeries(L),Dimension),",")," ",JoinStringsWithSeparator(List(LieLowerCentralSeries(L),Dimension),",")," ",T,"\n");
            """.ReplaceLineEndings(" ");
    }
}
