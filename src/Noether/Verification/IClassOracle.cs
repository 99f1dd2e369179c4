namespace Noether.Verification;

/// <summary>Who says whether a moved sample still belongs to its class.</summary>
internal interface IClassOracle
{
    /// <summary>The share of random pairs of samples that have one class.</summary>
    double Chance { get; }

    /// <summary>Per probe, 1 when it is recognised where it is and 0 otherwise. Shape [probes].</summary>
    double[] Own();

    /// <summary>Per probe, the share of the transformations after which its class is recognised; NaN where none leaves it where samples were taken. Shape [probes].</summary>
    double[] Moved(Flow flow);
}
