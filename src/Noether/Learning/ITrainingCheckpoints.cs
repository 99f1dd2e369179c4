namespace Noether.Learning;

/// <summary>Keeps the state of a training, so that a run that was killed goes on after its last epoch and ends with the same bits.</summary>
internal interface ITrainingCheckpoints
{
    /// <summary>The state written last, to be read from the start; null where there is none.</summary>
    Stream? OpenLatest();

    /// <summary>Replaces the state; a reader must find the old one or the new one, never a part.</summary>
    void Replace(Action<Stream> write);
}
