namespace Noether.Files.Columnar;

/// <summary>The types of values in Thrift's compact encoding, by their codes.</summary>
internal enum CompactType
{
    /// <summary>The end of a struct.</summary>
    Stop = 0,

    /// <summary>A boolean that holds.</summary>
    True = 1,

    /// <summary>A boolean that does not hold.</summary>
    False = 2,

    /// <summary>Eight bits.</summary>
    Byte = 3,

    /// <summary>Sixteen bits, of variable length.</summary>
    Int16 = 4,

    /// <summary>Thirty-two bits, of variable length.</summary>
    Int32 = 5,

    /// <summary>Sixty-four bits, of variable length.</summary>
    Int64 = 6,

    /// <summary>Eight bytes.</summary>
    Double = 7,

    /// <summary>Bytes behind their number.</summary>
    Binary = 8,

    /// <summary>Values of one type behind their number.</summary>
    List = 9,

    /// <summary>Written as a list is.</summary>
    Set = 10,

    /// <summary>Pairs behind their number.</summary>
    Map = 11,

    /// <summary>Fields up to a stop.</summary>
    Struct = 12,
}
