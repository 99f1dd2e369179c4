using Noether.Reports;

namespace Noether.Experiments.Measures;

/// <summary>Claims about an embedding, each beside what the same measurement gives where nothing was learned.</summary>
internal static class RepresentationClaims
{
    /// <summary>Accuracy of each head, beside that on shuffled labels.</summary>
    public static IEnumerable<Claim> Accuracy(IEnumerable<string> names, ImmutableArray<double> accuracy, RepresentationControls controls, double wanted) =>
        names.Select((name, head) => Claim(name, accuracy[head], wanted, "shuffled labels", controls.ShuffledAccuracy[head]));

    /// <summary>One quality of an embedding, beside that of the input, of shuffled labels and of an untrained network.</summary>
    public static IEnumerable<Claim> Beside(string name, (RepresentationQuality Found, RepresentationControls Controls) measured, double wanted, Func<RepresentationQuality, double> quality)
    {
        var (value, controls) = (quality(measured.Found), measured.Controls);
        return
        [
            Claim(name, value, wanted, "the input", quality(controls.Input)),
            Claim(name, value, wanted, "shuffled labels", quality(controls.Shuffled)),
            Claim(name, value, wanted, "an untrained network", quality(controls.Untrained)),
        ];
    }

    /// <summary>A share that is to reach a value, beside one control.</summary>
    public static Claim Claim(string name, double value, double wanted, string control, double controlValue) =>
        new($"{name} (control: {control})", value, $">= {wanted}", value >= wanted, controlValue);
}
