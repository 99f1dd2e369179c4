using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Lists;

namespace Noether.CalabiYau.Representatives;

/// <summary>A matrix and the entry of the list whose manifold it describes.</summary>
/// <param name="Record">The entry.</param>
/// <param name="Matrix">The matrix, in canonical form.</param>
public readonly record struct Representative(CicyRecord Record, ConfigurationMatrix Matrix);
