using System.Runtime.InteropServices;

namespace Noether.Neighbours;

/// <summary>Queries and points that are compared in one matrix product; both are consecutive.</summary>
/// <param name="FirstQuery">The index of the first query.</param>
/// <param name="Queries">How many queries.</param>
/// <param name="FirstPoint">The index of the first point.</param>
/// <param name="Points">How many points.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ComparisonTile(int FirstQuery, int Queries, int FirstPoint, int Points);
