using System.Reflection;

namespace Noether.Repository.Tests;

/// <summary>The product's assemblies.</summary>
internal static class Assemblies
{
    public static Assembly Library { get; } = typeof(Runs.Seed).Assembly;

    public static Assembly[] All { get; } =
    [
        Library,
        Assembly.Load("Noether.Reports"),
        Assembly.Load("Noether.CalabiYau"),
        Assembly.Load("Noether.Files"),
        Assembly.Load("Noether.Experiments"),
        Assembly.Load("Noether.Onnx"),
        Assembly.Load("Noether.Reporting"),
    ];
}
