using System.Text;
using System.Text.Json;

namespace Noether.Learning.Exchange;

/// <summary>The header of a safetensors file.</summary>
internal sealed class TensorHeader
{
    private const string MetadataName = "__metadata__";
    private const int Alignment = 8;

    private readonly ImmutableArray<Entry> _entries;

    private TensorHeader(ImmutableArray<Entry> entries, ImmutableDictionary<string, string> metadata)
    {
        _entries = entries;
        Metadata = metadata;
    }

    /// <summary>The free words of the file.</summary>
    public ImmutableDictionary<string, string> Metadata { get; }

    /// <summary>The header of some tensors, filled with spaces to a multiple of eight bytes.</summary>
    public static byte[] Write(ImmutableArray<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataName);
            foreach (var (name, word) in metadata)
            {
                json.WriteString(name, word);
            }

            json.WriteEndObject();
            var offset = 0L;
            foreach (var tensor in tensors)
            {
                offset = WriteEntry(json, tensor, offset);
            }

            json.WriteEndObject();
        }

        var text = Encoding.UTF8.GetString(buffer.ToArray());
        return Encoding.UTF8.GetBytes(text.PadRight(text.Length + ((Alignment - ((int)buffer.Length % Alignment)) % Alignment)));
    }

    /// <summary>Reads a header.</summary>
    /// <exception cref="InvalidDataException">It is no JSON object, or an entry is not a matrix or vector of F32.</exception>
    public static TensorHeader Read(byte[] header)
    {
        try
        {
            using var document = JsonDocument.Parse(header);
            var (entries, metadata) = (ImmutableArray.CreateBuilder<Entry>(), ImmutableDictionary<string, string>.Empty);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name == MetadataName)
                {
                    metadata = property.Value.EnumerateObject().ToImmutableDictionary(pair => pair.Name, pair => pair.Value.GetString() ?? string.Empty, StringComparer.Ordinal);
                }
                else
                {
                    entries.Add(ReadEntry(property));
                }
            }

            return new(entries.ToImmutable(), metadata);
        }
        catch (Exception inner) when (inner is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException)
        {
            throw new InvalidDataException($"The header is not that of a safetensors file. {inner.Message}", inner);
        }
    }

    /// <summary>The tensors in the order of their data.</summary>
    /// <exception cref="InvalidDataException">Their data overlap or leave gaps.</exception>
    public IEnumerable<Entry> InOrder()
    {
        var next = 0L;
        foreach (var entry in _entries.OrderBy(entry => entry.Start))
        {
            if (entry.Start != next)
            {
                throw new InvalidDataException($"The data of tensor '{entry.Name}' start at byte {entry.Start}; those before end at {next}.");
            }

            next += entry.Bytes;
            yield return entry;
        }
    }

    private static long WriteEntry(Utf8JsonWriter json, NamedTensor tensor, long offset)
    {
        var end = offset + ((long)tensor.Values.Entries.Length * sizeof(float));
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", "F32");
        WriteArray(json, "shape", tensor.Shape.Select(length => (long)length));
        WriteArray(json, "data_offsets", [offset, end]);
        json.WriteEndObject();
        return end;
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static Entry ReadEntry(JsonProperty property)
    {
        var type = property.Value.GetProperty("dtype").GetString();
        if (type != "F32")
        {
            throw new InvalidDataException($"Tensor '{property.Name}' has numbers of type {type}; networks are read from F32.");
        }

        var shape = property.Value.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32()).ToArray();
        var offsets = property.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64()).ToArray();
        if (shape.Length is < 1 or > 2 || shape.Any(length => length < 1) || offsets.Length != 2)
        {
            throw new InvalidDataException($"Tensor '{property.Name}' has shape [{string.Join(", ", shape)}]; expected one or two lengths of at least 1 and two offsets.");
        }

        var entry = new Entry(property.Name, shape.Length == 2 ? shape[0] : 1, shape[^1], offsets[0]);
        return offsets[1] - offsets[0] == (long)entry.Rows * entry.Columns * sizeof(float) && offsets[1] - offsets[0] <= int.MaxValue
            ? entry
            : throw new InvalidDataException($"Tensor '{property.Name}' of shape [{string.Join(", ", shape)}] has {offsets[1] - offsets[0]} bytes of data; expected {(long)entry.Rows * entry.Columns * sizeof(float)}.");
    }

    /// <summary>One tensor of the file.</summary>
    internal sealed record Entry(string Name, int Rows, int Columns, long Start)
    {
        /// <summary>The length of its data.</summary>
        public int Bytes => Rows * Columns * sizeof(float);
    }
}
