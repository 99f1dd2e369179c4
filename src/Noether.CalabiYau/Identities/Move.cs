using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Identities;

/// <summary>One place in a matrix where an identity applies.</summary>
/// <param name="Identity">The identity.</param>
/// <param name="Direction">Its direction.</param>
/// <param name="Row">The row that the move is about; each identity says what for.</param>
/// <param name="Column">The column that the move is about, or a second row.</param>
/// <param name="Parts">For splittings the parts of the column, one after the other, each of the length of a column.</param>
internal readonly record struct Move(Identity Identity, Direction Direction, int Row, int Column, byte[]? Parts = null)
{
    public ConfigurationMatrix ApplyTo(ConfigurationMatrix matrix) => Identity.Apply(matrix, this);
}
