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
        var start = new ProcessStartInfo("gap", ["-q", "-A", "-x", "4000"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        try
        {
            var answer = process.StandardOutput.ReadToEndAsync(cancellation);
            foreach (var generators in algebras)
            {
                await process.StandardInput.WriteLineAsync(Question(generators).AsMemory(), cancellation);
            }

            await process.StandardInput.WriteLineAsync("QUIT;".AsMemory(), cancellation);
            process.StandardInput.Close();
            return (await answer).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            process.Kill(); // after its last word, or when the test was cancelled; no error where it has ended by itself
        }
    }

    /// <summary>Numbers separated by blanks, lists by commas.</summary>
    public static string Line(int centre, int radical, int nilradical, IEnumerable<int> derived, IEnumerable<int> lowerCentral, string type) =>
        $"{centre} {radical} {nilradical} {string.Join(',', derived)} {string.Join(',', lowerCentral)} {type}";

    private static string Question(ImmutableArray<Matrix> generators)
    {
        var matrices = string.Join(',', generators.Select(matrix => $"[{string.Join(',', Enumerable.Range(0, matrix.Rows).Select(row => $"[{string.Join(',', matrix.Row(row).ToArray())}]"))}]"));
        return $"""
            L:=LieAlgebra(Rationals,[{matrices}]);;
            R:=Dimension(LieSolvableRadical(L));; T:="";; if R=0 then T:=SemiSimpleType(L);; fi;
            Print(Dimension(LieCentre(L))," ",R," ",Dimension(LieNilRadical(L))," ",JoinStringsWithSeparator(List(LieDerivedSeries(L),Dimension),",")," ",JoinStringsWithSeparator(List(LieLowerCentralSeries(L),Dimension),",")," ",T,"\n");
            """.ReplaceLineEndings(" ");
    }
}
