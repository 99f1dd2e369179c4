namespace Noether.Files.Samples;

/// <summary>What a column is that is likely no coordinate.</summary>
internal enum ColumnFlawKind
{
    /// <summary>It counts the rows, or tells their time.</summary>
    Clock,

    /// <summary>It has one value.</summary>
    Constant,

    /// <summary>It copies another column.</summary>
    Copy,

    /// <summary>It orders the rows but has not the steps of a clock; it remains a coordinate.</summary>
    Sorted,
}
