using static Noether.Files.Columnar.ThriftShape;

namespace Noether.Files.Columnar;

/// <summary>The metadata of Parquet, by the numbers of their fields.</summary>
/// <remarks>
/// Apache Parquet format, parquet.thrift. The reader takes a field for what it has to be, whatever type the file gives it, and is then out of step: it takes the next bytes for lengths, of up to 2^31 elements
/// without bytes of their own, and reads on for hours. So the types are checked first.
/// </remarks>
internal static class ParquetShapes
{
    /// <summary>The footer of a file.</summary>
    public static ThriftShape Footer { get; } = Struct(
        (1, Integer), (2, List(SchemaElement())), (3, Integer), (4, List(RowGroup())), (5, List(KeyValue())), (6, Bytes), (7, List(Struct((1, Struct())))), (8, Encryption()), (9, Bytes));

    /// <summary>What stands before each page.</summary>
    public static ThriftShape Page { get; } = Struct(
        (1, Integer), (2, Integer), (3, Integer), (4, Integer),
        (5, Struct((1, Integer), (2, Integer), (3, Integer), (4, Integer), (5, Statistics()))),
        (6, Struct()),
        (7, Struct((1, Integer), (2, Integer), (3, Flag))),
        (8, Struct((1, Integer), (2, Integer), (3, Integer), (4, Integer), (5, Integer), (6, Integer), (7, Flag), (8, Statistics()))));

    private static ThriftShape SchemaElement() => Struct(
        (1, Integer), (2, Integer), (3, Integer), (4, Bytes), (5, Integer), (6, Integer), (7, Integer), (8, Integer), (9, Integer), (10, LogicalType()));

    private static ThriftShape LogicalType()
    {
        var time = Struct((1, Flag), (2, Struct((1, Struct()), (2, Struct()), (3, Struct()))));
        return Struct(
            (1, Struct()), (2, Struct()), (3, Struct()), (4, Struct()), (5, Struct((1, Integer), (2, Integer))), (6, Struct()), (7, time), (8, time),
            (10, Struct((1, ThriftShape.Byte), (2, Flag))), (11, Struct()), (12, Struct()), (13, Struct()), (14, Struct()), (15, Struct()),
            (16, Struct((1, ThriftShape.Byte))), (17, Struct((1, Bytes))), (18, Struct((1, Bytes), (2, Integer))));
    }

    private static ThriftShape RowGroup() => Struct(
        (1, List(ColumnChunk())), (2, Integer), (3, Integer), (4, List(Struct((1, Integer), (2, Flag), (3, Flag)))), (5, Integer), (6, Integer), (7, Integer));

    private static ThriftShape ColumnChunk() => Struct(
        (1, Bytes), (2, Integer), (3, ColumnMetadata()), (4, Integer), (5, Integer), (6, Integer), (7, Integer), (8, Struct((1, Struct()), (2, Struct((1, List(Bytes)), (2, Bytes))))), (9, Bytes));

    private static ThriftShape ColumnMetadata() => Struct(
        (1, Integer), (2, List(Integer)), (3, List(Bytes)), (4, Integer), (5, Integer), (6, Integer), (7, Integer), (8, List(KeyValue())), (9, Integer), (10, Integer), (11, Integer), (12, Statistics()),
        (13, List(Struct((1, Integer), (2, Integer), (3, Integer)))), (14, Integer), (15, Integer), (16, Struct((1, Integer), (2, List(Integer)), (3, List(Integer)))), (17, Geography()));

    private static ThriftShape Statistics() => Struct((1, Bytes), (2, Bytes), (3, Integer), (4, Integer), (5, Bytes), (6, Bytes), (7, Flag), (8, Flag));

    private static ThriftShape Geography() => Struct(
        (1, Struct([.. Enumerable.Range(1, 8).Select(corner => (corner, ThriftShape.Double))])), (2, List(Integer)));

    private static ThriftShape KeyValue() => Struct((1, Bytes), (2, Bytes));

    private static ThriftShape Encryption()
    {
        var cipher = Struct((1, Bytes), (2, Bytes), (3, Flag));
        return Struct((1, cipher), (2, cipher));
    }
}
