namespace Noether.Files;

/// <summary>A cell that is not a finite number.</summary>
/// <param name="Row">The row, counted from 0.</param>
/// <param name="Text">The cell as it stands in the file; empty for an empty cell.</param>
internal readonly record struct CellFlaw(int Row, string Text);
