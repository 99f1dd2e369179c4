using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Topology;
using Noether.Runs;

namespace Noether.CalabiYau.Checks;

/// <summary>What a careful reader should know about a configuration before using it.</summary>
public static class ConfigurationCheck
{
    /// <summary>Checks one configuration: linear equations, products, equations without a common zero, numbers that do not fit, and whether it can be made smaller.</summary>
    public static ImmutableArray<Finding> Of(ConfigurationMatrix matrix)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        for (var column = 0; column < matrix.Columns; column++)
        {
            if (matrix.ColumnSum(column) == 1)
            {
                findings.Add(new("CON001", Severity.Note, $"Equation {column + 1} of {matrix} is linear; it can be dropped with one ambient dimension."));
            }
        }

        var blocks = Blocks(matrix);
        if (blocks > 1)
        {
            findings.Add(new("CON002", Severity.Caution, $"{matrix} is a product of {blocks} manifolds; its Hodge numbers are not those of a proper Calabi-Yau manifold."));
        }

        var topology = TopologyOf(matrix);
        if (topology is null)
        {
            findings.Add(new("CON009", Severity.Caution, $"The intersection numbers of {matrix} need more room than 64-bit numbers or a form of {IntersectionForm.MaxValues} values have; its topology is left out."));
        }
        else if (topology.Intersections.IsZero)
        {
            findings.Add(new("CON003", Severity.Contradiction, $"The equations of {matrix} have no common zero; there is no manifold."));
        }

        var reduced = ReducedForm.Of(matrix);
        if (!reduced.Steps.IsEmpty)
        {
            findings.Add(new("CON004", Severity.Note, $"{matrix} is the same as the smaller {reduced.Matrix} (steps {string.Join(", ", reduced.Steps)})."));
        }

        return findings.ToImmutable();
    }

    /// <summary>The topology of a configuration; null where its numbers do not fit.</summary>
    public static TopologicalData? TopologyOf(ConfigurationMatrix matrix)
    {
        try
        {
            return TopologicalData.Of(matrix);
        }
        catch (Exception problem) when (problem is OverflowException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The number of pieces of the graph that joins rows and columns where a degree is not zero.</summary>
    public static int Blocks(ConfigurationMatrix matrix)
    {
        var left = Enumerable.Range(0, matrix.Columns).Select(matrix.ColumnSupport).ToList();
        var blocks = 0;
        while (left.Count > 0)
        {
            blocks++;
            var block = left[0];
            while (left.Exists(support => (support & block) != 0))
            {
                block = left.Where(support => (support & block) != 0).Aggregate(block, (union, support) => union | support);
                left.RemoveAll(support => (support & ~block) == 0);
            }
        }

        return blocks;
    }
}
