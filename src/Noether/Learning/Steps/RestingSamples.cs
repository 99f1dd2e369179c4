using System.Runtime.InteropServices;

namespace Noether.Learning.Steps;

/// <summary>Samples that sit out their next turns because the network knows them, Eq. (L10): the time goes to those that it has yet to learn.</summary>
/// <param name="count">The number of samples; 0 where none ever rests.</param>
/// <param name="options">For how many turns a sample rests, and below which loss.</param>
internal sealed class RestingSamples(int count, TrainingOptions options)
{
    private readonly int[] _turnsLeft = new int[options.Rest > 0 ? count : 0];
    private int[] _awake = [];

    /// <summary>Nobody rests.</summary>
    public static RestingSamples None { get; } = new(0, new());

    /// <summary>The samples of an epoch whose turn it is, in its order; for the others a turn has passed.</summary>
    /// <param name="order">The samples; one may stand there several times.</param>
    public ReadOnlySpan<int> Awake(ReadOnlySpan<int> order)
    {
        if (_turnsLeft.Length == 0)
        {
            return order;
        }

        if (_awake.Length < order.Length)
        {
            _awake = new int[order.Length];
        }

        var shown = 0;
        foreach (var sample in order)
        {
            if (_turnsLeft[sample] > 0)
            {
                _turnsLeft[sample]--;
            }
            else
            {
                _awake[shown++] = sample;
            }
        }

        return _awake.AsSpan(0, shown);
    }

    /// <summary>Sends samples to rest whose loss was below the limit when they were shown.</summary>
    /// <param name="samples">The samples of a batch.</param>
    /// <param name="losses">Their losses in nats, summed over the heads.</param>
    public void See(ReadOnlySpan<int> samples, ReadOnlySpan<double> losses)
    {
        if (_turnsLeft.Length == 0)
        {
            return;
        }

        for (var i = 0; i < samples.Length; i++)
        {
            if (losses[i] < options.KnownLoss)
            {
                _turnsLeft[samples[i]] = options.Rest;
            }
        }
    }

    /// <summary>Writes who rests, and for how long.</summary>
    public void Save(BinaryWriter writer) => writer.Write(MemoryMarshal.AsBytes(_turnsLeft.AsSpan()));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">There is too little of it.</exception>
    public void Restore(BinaryReader reader) => reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_turnsLeft.AsSpan()));
}
