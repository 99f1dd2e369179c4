namespace Noether.Reporting.Validation;

/// <summary>Results of experiments for a screen: one line each, then what does not hold and what did not run.</summary>
public static class ValidationText
{
    private const int NameWidth = 24;
    private const int ClaimsWidth = 22;

    /// <summary>The lines as one text.</summary>
    public static string Of(IReadOnlyList<ExperimentResult> results) => string.Concat(Lines(results).Select(line => $"{line.TrimEnd()}\n"));

    /// <summary>All results in one sentence; experiments that failed are counted in it.</summary>
    public static string Headline(IReadOnlyList<ExperimentResult> results)
    {
        var finished = results.Where(result => result.State == ExperimentState.Finished).ToArray();
        var failed = results.Count(result => result.State == ExperimentState.Failed);
        return $"{finished.Sum(result => result.Holding)} of {finished.Sum(result => result.Claims.Length)} claims hold in {finished.Length} of {results.Count} experiments{(failed > 0 ? $"; {failed} failed" : "")}.";
    }

    /// <summary>How many claims hold, or why there are none.</summary>
    internal static string Outcome(ExperimentResult result) => result.State switch
    {
        ExperimentState.Finished => $"{result.Holding} of {result.Claims.Length} claims hold",
        ExperimentState.Skipped => "skipped",
        ExperimentState.Failed => "failed",
        _ => "not finished",
    };

    private static IEnumerable<string> Lines(IReadOnlyList<ExperimentResult> results)
    {
        yield return Headline(results);
        yield return "";
        foreach (var result in results)
        {
            yield return $"{result.Name,-NameWidth}{Outcome(result),-ClaimsWidth}{(result.State == ExperimentState.Finished ? result.Verdict : result.Reason)}";
        }

        foreach (var (result, claim) in results.SelectMany(result => result.Claims.Where(claim => !claim.Holds).Select(claim => (result, claim))))
        {
            yield return $"FAILS  {result.Name}: {claim.Name} {claim.Value}, expected {claim.Expected}";
        }
    }
}
