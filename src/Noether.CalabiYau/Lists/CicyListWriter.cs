namespace Noether.CalabiYau.Lists;

/// <summary>Writes the list in the published format: eight keys, the rows, a blank line after each record, line feeds only.</summary>
internal static class CicyListWriter
{
    /// <summary>The published list keeps room for five references in every record, filled up with zeros.</summary>
    public const int RedundantSlots = 5;

    public static void Write(CicyList list, TextWriter writer)
    {
        foreach (var record in list.Records)
        {
            if (record.Redundant.Length > RedundantSlots)
            {
                throw new ArgumentException($"The format has room for {RedundantSlots} redundant labels; record {record.Label} has {record.Redundant.Length}.", nameof(list));
            }

            WriteRecord(record, writer);
        }
    }

    private static void WriteRecord(CicyRecord record, TextWriter writer)
    {
        var (matrix, topology) = (record.Matrix, record.Topology);
        writer.Write($"Num    : {record.Label}\nNumPs  : {matrix.Rows}\nNumPol : {matrix.Columns}\n");
        writer.Write($"Eta    : {topology.EulerNumber}\nH11    : {topology.H11}\nH21    : {topology.H21}\n");
        writer.Write($"C2     : {Braced(topology.SecondChernClass)}\n");
        writer.Write($"Redun  : {Braced(record.Redundant.Concat(Enumerable.Repeat(0, RedundantSlots - record.Redundant.Length)))}\n");
        for (var row = 0; row < matrix.Rows; row++)
        {
            writer.Write($"{Braced(matrix.Row(row).ToArray())}\n");
        }

        writer.Write('\n');
    }

    private static string Braced<T>(IEnumerable<T> values) => $"{{{string.Join(", ", values)}}}";
}
