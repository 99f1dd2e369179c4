namespace Noether.Files;

/// <summary>
/// What is done about columns that are likely no coordinates: row counters, clocks, constants and copies; and about codes for missing
/// measurements.
/// Columns that have no names of their own, those of arrays and pictures, are never reviewed.
/// </summary>
public enum ColumnReview
{
    /// <summary>Nothing: every column and row is taken as it is.</summary>
    None,

    /// <summary>A finding tells of them; every column and row is kept.</summary>
    Caution,

    /// <summary>
    /// Row counters and clocks are set aside and rows with codes left out; constants and copies keep their place, as several fields of one
    /// table need.
    /// </summary>
    Clocks,

    /// <summary>All of these columns are set aside, and rows with codes are left out.</summary>
    Full,
}
