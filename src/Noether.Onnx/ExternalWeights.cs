using System.Security.Cryptography;
using System.Text;
using Noether.Files;

namespace Noether.Onnx;

/// <summary>The files beside a model that hold weights of it. The numbers are the field numbers of onnx.proto.</summary>
internal static class ExternalWeights
{
    private const int MostNested = 100; // as readers of Protocol Buffers have it

    // Where tensors lie: a model's graph (7) and functions (25), a graph's nodes (1), tensors (5) and sparse tensors (15), a node's attributes (5),
    // which have a tensor (5), a graph (6), tensors (10), graphs (11) and sparse tensors (22, 23).
    private static readonly ImmutableDictionary<(Part, int), Part> Parts = new Dictionary<(Part, int), Part>
    {
        [(Part.Model, 7)] = Part.Graph,
        [(Part.Model, 25)] = Part.Function,
        [(Part.Function, 7)] = Part.Node,
        [(Part.Graph, 1)] = Part.Node,
        [(Part.Graph, 5)] = Part.Tensor,
        [(Part.Graph, 15)] = Part.SparseTensor,
        [(Part.Node, 5)] = Part.Attribute,
        [(Part.Attribute, 5)] = Part.Tensor,
        [(Part.Attribute, 6)] = Part.Graph,
        [(Part.Attribute, 10)] = Part.Tensor,
        [(Part.Attribute, 11)] = Part.Graph,
        [(Part.Attribute, 22)] = Part.SparseTensor,
        [(Part.Attribute, 23)] = Part.SparseTensor,
        [(Part.SparseTensor, 1)] = Part.Tensor,
        [(Part.SparseTensor, 2)] = Part.Tensor,
        [(Part.Tensor, 13)] = Part.Entry,
    }.ToImmutableDictionary();

    private enum Part
    {
        Model,
        Graph,
        Function,
        Node,
        Attribute,
        Tensor,
        SparseTensor,
        Entry,
    }

    /// <summary>The files' names as the model has them, each once, in order.</summary>
    /// <exception cref="InvalidDataException">The bytes are no ONNX model.</exception>
    public static ImmutableSortedSet<string> Files(byte[] model)
    {
        var files = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        Collect(Part.Model, model, files, depth: 0);
        return files.ToImmutable();
    }

    /// <summary>Hash of a model: of its bytes, or, with weights in other files, of a list of the hash of its bytes and a line "hash  name" for each of them.</summary>
    /// <exception cref="DataFileException">A file of weights cannot be read, or does not lie in the model's folder or below.</exception>
    public static string Hash(string path, byte[] model, ImmutableSortedSet<string> files)
    {
        var own = Convert.ToHexStringLower(SHA256.HashData(model));
        return files.IsEmpty
            ? own
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [own, .. files.Select(file => $"{HashOf(path, file)}  {file}")]))));
    }

    private static void Collect(Part part, ReadOnlySpan<byte> message, ImmutableSortedSet<string>.Builder files, int depth)
    {
        if (depth > MostNested)
        {
            throw new InvalidDataException($"Its graphs are nested more than {MostNested} messages deep.");
        }

        var (key, value) = ("", "");
        for (var fields = new WireReader(message); fields.Next();)
        {
            if (part == Part.Entry)
            {
                (key, value) = fields.Field == 1 ? (Encoding.UTF8.GetString(fields.Content), value) : (key, Encoding.UTF8.GetString(fields.Content));
            }
            else if (Parts.TryGetValue((part, fields.Field), out var inner))
            {
                Collect(inner, fields.Content, files, depth + 1);
            }
        }

        if (key == "location")
        {
            files.Add(value);
        }
    }

    private static string HashOf(string path, string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var whole = Path.GetFullPath(file, folder);
        if (Path.GetRelativePath(folder, whole) is var relative && (Path.IsPathRooted(relative) || relative.Split(Path.DirectorySeparatorChar)[0] == ".."))
        {
            throw new DataFileException(path, "weights in files beside the model", file, "export the network with its weights in its folder");
        }

        try
        {
            using var stream = File.OpenRead(whole);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DataFileException(path, $"weights in a file \"{file}\" beside the model", $"none that can be read ({exception.Message})", "put it there, or export the network with its weights inside", exception);
        }
    }
}
