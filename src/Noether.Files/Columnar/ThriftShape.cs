namespace Noether.Files.Columnar;

/// <summary>What a value in Thrift's compact encoding has to be: its kind, and what it holds.</summary>
internal sealed class ThriftShape
{
    private readonly CompactType[] _types;
    private readonly Dictionary<int, ThriftShape> _fields;

    private ThriftShape(CompactType[] types, ThriftShape? element = null, params (int Number, ThriftShape Shape)[] fields)
    {
        _types = types;
        Element = element;
        _fields = fields.ToDictionary(field => field.Number, field => field.Shape);
    }

    /// <summary>An integer of any width from sixteen bits: all are written alike.</summary>
    public static ThriftShape Integer { get; } = new([CompactType.Int16, CompactType.Int32, CompactType.Int64]);

    /// <summary>Eight bits.</summary>
    public static ThriftShape Byte { get; } = new([CompactType.Byte]);

    /// <summary>A boolean.</summary>
    public static ThriftShape Flag { get; } = new([CompactType.True, CompactType.False]);

    /// <summary>A number in double precision.</summary>
    public static ThriftShape Double { get; } = new([CompactType.Double]);

    /// <summary>Text, or bytes.</summary>
    public static ThriftShape Bytes { get; } = new([CompactType.Binary]);

    /// <summary>What the elements of a list have to be; null of what is no list.</summary>
    public ThriftShape? Element { get; }

    /// <summary>A list of such elements.</summary>
    public static ThriftShape List(ThriftShape element) => new([CompactType.List], element);

    /// <summary>A struct with such fields, and any others.</summary>
    public static ThriftShape Struct(params (int Number, ThriftShape Shape)[] fields) => new([CompactType.Struct], element: null, fields);

    /// <summary>Whether a value of this type can be it.</summary>
    public bool Allows(CompactType type) => _types.Contains(type);

    /// <summary>What a field has to be; null where nothing is known of it.</summary>
    public ThriftShape? Field(long number) => _fields.GetValueOrDefault((int)number);
}
