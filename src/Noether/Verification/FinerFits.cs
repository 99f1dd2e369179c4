using Noether.Data;
using Noether.Functions;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// Fits that see finer structure than the one that judges, with more noise: what is a symmetry must not be broken in them, Rule (R2).
/// </summary>
internal sealed class FinerFits
{
    private readonly Lazy<SymmetryTest?> _finer;
    private readonly Lazy<SymmetryTest[]> _higher;
    private readonly double _tolerance;

    /// <summary>Of a function, each built when it is first asked.</summary>
    /// <param name="function">What was learned.</param>
    /// <param name="places">The samples in its coordinates.</param>
    /// <param name="options">The tolerance.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public FinerFits(LearnedFunction function, Func<PointCloud> places, SymmetryTestOptions options, Execution execution)
    {
        _tolerance = options.Tolerance;
        _finer = new(() => function.Finer is { } finer ? SymmetryTest.Of(finer, places(), options, execution) : null);
        _higher = new(() => [.. function.HigherDegrees.Select(other => SymmetryTest.Of(other, places(), options, execution))]);
    }

    /// <summary>Whether some fields are broken in one of them: surely in local fits, or by estimate in polynomials.</summary>
    public bool Break(Matrix fields) => (_finer.Value?.Judge(fields) is { } judged && judged.Asymmetry.Lower > _tolerance)
        || _higher.Value.Any(test => test.Judge(fields) is { } estimated && estimated.Asymmetry.Value > _tolerance);
}
