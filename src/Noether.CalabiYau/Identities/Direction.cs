namespace Noether.CalabiYau.Identities;

/// <summary>The direction in which an identity is applied.</summary>
public enum Direction
{
    /// <summary>The matrix gets smaller.</summary>
    Forward,

    /// <summary>The matrix gets larger.</summary>
    Backward,
}
