using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;

namespace Noether.CalabiYau.Representatives;

/// <summary>How many matrices to draw for each manifold, and how large they may get. Eq. (C16).</summary>
public sealed record RepresentativeOptions
{
    /// <summary>The set that comes closest to the paper's: at most 100 a label, walks with B, C and D.</summary>
    public static RepresentativeOptions Default { get; } = new();

    /// <summary>The identities to walk with. Default: B, C and D, under which no matrix is reached from two labels of the published list.</summary>
    public IdentitySet Identities { get; init; } = IdentitySet.Basic;

    /// <summary>The largest number of matrices a label, at least 1. Default 100: gives about as many as the paper has, 87 a label.</summary>
    public int Cap
    {
        get;
        init => field = AtLeast(1, value, nameof(Cap));
    } = 100;

    /// <summary>The longest walk, at least 0; lengths are uniform from 0. Default 8: with 4 half of the labels stay far below the cap.</summary>
    public int LongestWalk
    {
        get;
        init => field = AtLeast(0, value, nameof(LongestWalk));
    } = 8;

    /// <summary>The number of walks after which a label is given up below its cap, at least 0. Default 800, eight for each matrix wanted.</summary>
    public int Walks
    {
        get;
        init => field = AtLeast(0, value, nameof(Walks));
    } = 800;

    /// <summary>The largest number of rows. Default 20: eight more than the published list has, one for each step of a walk.</summary>
    public int MaxRows
    {
        get;
        init => field = AtLeast(1, value, nameof(MaxRows));
    } = 20;

    /// <summary>The largest number of columns. Default 24: nine more than the published list has.</summary>
    public int MaxColumns
    {
        get;
        init => field = AtLeast(1, value, nameof(MaxColumns));
    } = 24;

    /// <summary>The largest number of non-zero entries. Default 40: ten more than the published list has; it bounds the length of the input vectors.</summary>
    public int MaxNodes
    {
        get;
        init => field = AtLeast(1, value, nameof(MaxNodes));
    } = 40;

    /// <summary>Whether a matrix keeps the bounds.</summary>
    public bool Allows(ConfigurationMatrix matrix) => matrix.Rows <= MaxRows && matrix.Columns <= MaxColumns && matrix.NodeCount <= MaxNodes;

    private static int AtLeast(int least, int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }
}
