using System.Globalization;
using System.Text;
using Noether.Data;
using Noether.Reports;

namespace Noether.Experiments.Superpotentials;

/// <summary>Samples of a superpotential as a table, as a user's own data would be.</summary>
internal static class SuperpotentialTable
{
    /// <summary>samples.csv: the coordinates, then real and imaginary part of W, to all digits.</summary>
    public static NamedFile Of(Superpotential potential, LabelledPoints samples)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', [.. Superpotential.CoordinateNames, .. samples.Heads.Select(head => head.Name)]).Append('\n');
        for (var i = 0; i < samples.Count; i++)
        {
            foreach (var coordinate in samples.Points.Row(i))
            {
                text.Append(coordinate.ToString("R", CultureInfo.InvariantCulture)).Append(',');
            }

            var value = potential.Value(Superpotential.Invariant(samples.Points.Row(i)));
            text.Append(value.Real.ToString("R", CultureInfo.InvariantCulture)).Append(',').Append(value.Imaginary.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }

        return new("samples.csv", [.. Encoding.UTF8.GetBytes(text.ToString())]);
    }
}
