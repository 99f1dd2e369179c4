using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Noether.Repository.Tests;

/// <summary>The directions of docs/architecture.md.</summary>
public static class ArchitectureTests
{
    private static readonly Architecture Code = new ArchLoader().LoadAssemblies(Assemblies.All).Build();

    /// <summary>Each folder of the library with the folders that it may use, itself and those it names.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Runs"] = [],
        ["Numerics"] = ["Runs"],
        ["Data"] = ["Runs", "Numerics"],
        ["Neighbours"] = ["Runs", "Numerics", "Data"],
        ["Embeddings"] = ["Runs", "Numerics", "Data", "Neighbours"],
        ["Learning"] = ["Runs", "Numerics", "Data"],
        ["Orbits"] = ["Runs", "Numerics", "Data", "Neighbours"],
        ["LieAlgebras"] = ["Runs", "Numerics"],
        ["Generators"] = ["Runs", "Numerics", "Data", "Neighbours", "LieAlgebras"],
        ["Groups"] = ["Runs", "Numerics", "Data"],
        ["FiniteGroups"] = ["Runs", "Numerics", "Data", "Groups"],
        ["Transformations"] = ["Runs", "Numerics", "Data"],
        ["Functions"] = ["Runs", "Numerics", "Data", "Neighbours", "Learning", "Generators", "Transformations"],
        ["Verification"] = ["Runs", "Numerics", "Data", "Neighbours", "Learning", "LieAlgebras", "Generators", "Groups", "FiniteGroups", "Transformations", "Functions"],
    };

    public static TheoryData<string> Folders => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public static void A_folder_of_the_library_uses_only_the_folders_below_it(string folder)
    {
        var forbidden = Allowed.Keys.Except(Allowed[folder]).Where(other => other != folder).Select(Namespace).Append(Exactly("Noether"));

        Types().That().ResideInNamespaceMatching(Namespace(folder))
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(string.Join('|', forbidden)))
            .WithoutRequiringPositiveResults()
            .Check(Code);
    }

    [Fact]
    public static void Every_folder_of_the_library_has_its_directions_written_down()
    {
        var folders = Directory.GetDirectories(Path.Combine(SourceTree.Root, "src", "Noether")).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj"));

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Noether.Core", new string[] { })]
    [InlineData("Noether.Reports", new[] { "Noether.Core" })]
    [InlineData("Noether.CalabiYau", new[] { "Noether.Core", "Noether.Reports" })]
    [InlineData("Noether.Files", new[] { "Noether.Core", "Noether.Reports" })]
    [InlineData("Noether.Experiments", new[] { "Noether.Core", "Noether.Reports", "Noether.CalabiYau" })]
    [InlineData("Noether.Onnx", new[] { "Noether.Core", "Noether.Files" })]
    [InlineData("Noether.Reporting", new[] { "Noether.Core", "Noether.Reports", "Noether.Files" })]
    public static void A_project_references_only_the_projects_below_it(string project, string[] allowed)
    {
        var assembly = Assemblies.All.Single(candidate => candidate.GetName().Name == project);

        var used = assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Noether", StringComparison.OrdinalIgnoreCase));

        Assert.Subset(allowed.ToHashSet(StringComparer.Ordinal), used.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public static void The_library_touches_no_files_and_no_console()
    {
        Types().That().ResideInAssembly(Assemblies.Library)
            .Should().NotDependOnAny(Types(true).That().HaveFullNameMatching(@"^System\.(Console|IO\.(File|Directory|FileStream|FileInfo|DirectoryInfo|StreamWriter))$"))
            .Check(Code);
    }

    [Fact]
    public static void A_broken_direction_is_noticed()
    {
        var rule = Types().That().ResideInNamespaceMatching(Namespace("Data"))
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Namespace("Numerics")));

        Assert.False(rule.HasNoViolations(Code), "Data uses Numerics, so a rule against it must find that.");
    }

    private static string Namespace(string folder) => @"^Noether\." + folder + @"(\.|$)"; // with the folders inside

    private static string Exactly(string name) => "^" + name + "$";
}
