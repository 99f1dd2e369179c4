namespace Noether.Experiments;

/// <summary>Hands what it is told to a function at once, on the same thread.</summary>
internal sealed class Relay<T>(Action<T> receive) : IProgress<T>
{
    public void Report(T value) => receive(value);
}
