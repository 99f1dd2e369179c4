using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Noether.Runs;

namespace Noether.Learning.Steps;

/// <summary>The state of a training between two epochs: what the next one depends on, besides data, options and seed.</summary>
/// <param name="History">The epochs so far.</param>
/// <param name="Network">The network after the last of them.</param>
/// <param name="Warm">The network at which the cool-down began; null before it.</param>
/// <param name="WarmEpochs">The epochs before the cool-down; 0 before it.</param>
internal sealed record TrainingCheckpoint(ImmutableArray<EpochRecord> History, Network Network, Network? Warm, int WarmEpochs)
{
    // "NOETHER" and the version of the form.
    private const ulong Mark = 0x014E4F4554484552;

    /// <summary>A number that differs, but for chance, wherever data, options or seed do.</summary>
    public static UInt128 KeyOf(TrainingData data, NetworkOptions network, TrainingOptions training, Seed seed)
    {
        var hash = new XxHash128();
        hash.Append(MemoryMarshal.AsBytes(data.Points.Entries));
        foreach (var labels in data.Heads.Append(data.Groups))
        {
            hash.Append(MemoryMarshal.AsBytes(labels.Classes.AsSpan()));
        }

        if (data.Standardisation is { } standardisation)
        {
            hash.Append(MemoryMarshal.AsBytes(standardisation.Mean.AsSpan()));
            hash.Append(MemoryMarshal.AsBytes(standardisation.Scale.AsSpan()));
        }

        hash.Append(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{data.Points.Columns} {string.Join(' ', network.Hidden)} {training} {seed}")));
        if (network.InitialWeights != InitialWeights.GlorotUniform) // the only ones there were: states that were kept then are still found
        {
            hash.Append(Encoding.UTF8.GetBytes($"{network.InitialWeights}"));
        }

        return hash.GetCurrentHashAsUInt128();
    }

    /// <summary>Writes the state, with the moments and weights of a step.</summary>
    public void Write(Stream stream, UInt128 key, TrainingStep step)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write((ulong)key);
        writer.Write((ulong)(key >> 64));
        writer.Write(History.Length);
        foreach (var epoch in History)
        {
            writer.Write(epoch.Loss);
            writer.Write(epoch.LearningRate);
            writer.Write(epoch.Accuracy.Length);
            foreach (var accuracy in epoch.Accuracy)
            {
                writer.Write(accuracy);
            }
        }

        writer.Write(WarmEpochs);
        step.Save(writer);
        writer.Flush();
        if (Warm is not null)
        {
            WeightTensors.Write(Warm, stream);
        }
    }

    /// <summary>Reads the state, and brings a step to where it was.</summary>
    /// <exception cref="InvalidDataException">The state is of another training, or damaged.</exception>
    public static TrainingCheckpoint Read(Stream stream, UInt128 key, TrainingStep step)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt64() != Mark || reader.ReadUInt64() != (ulong)key || reader.ReadUInt64() != (ulong)(key >> 64))
            {
                throw new InvalidDataException("The checkpoint is of a training with other data, options or seed. Remove it, or name another folder.");
            }

            var history = Enumerable.Range(1, reader.ReadInt32()).Select(epoch => ReadEpoch(reader, epoch)).ToImmutableArray();
            var warmEpochs = reader.ReadInt32();
            step.Restore(reader);
            return new(history, step.Snapshot(), warmEpochs > 0 ? WeightTensors.Read(stream) : null, warmEpochs);
        }
        catch (EndOfStreamException problem)
        {
            throw new InvalidDataException("The checkpoint ends early; remove it to train from the start.", problem);
        }
    }

    private static EpochRecord ReadEpoch(BinaryReader reader, int epoch)
    {
        var (loss, rate) = (reader.ReadDouble(), reader.ReadDouble());
        return new(epoch, loss, [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadDouble())], rate);
    }
}
