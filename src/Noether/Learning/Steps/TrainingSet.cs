using Noether.Data;
using Noether.Numerics;

namespace Noether.Learning.Steps;

/// <summary>The samples in the form that training reads: standardised inputs, and the class of every sample per head.</summary>
internal sealed class TrainingSet
{
    /// <summary>Standardises the points of some labelled samples.</summary>
    public TrainingSet(LabelledPoints data, Standardisation standardisation)
    {
        var points = data.Points.ToSingle();
        var inputs = new float[points.Entries.Length];
        for (var i = 0; i < points.Rows; i++)
        {
            standardisation.Apply(points.Row(i), inputs.AsSpan(i * points.Columns, points.Columns));
        }

        Inputs = new(points.Rows, points.Columns, inputs);
        Classes = [.. data.Heads.Select(head => head.Classes.ToArray())];
        ClassCounts = [.. data.Heads.Select(head => head.ClassCount)];
    }

    /// <summary>The inputs, shape [n, d].</summary>
    public SingleMatrix Inputs { get; }

    /// <summary>The class of every sample. Shape [heads][n].</summary>
    public int[][] Classes { get; }

    /// <summary>The number of classes per head.</summary>
    public int[] ClassCounts { get; }
}
