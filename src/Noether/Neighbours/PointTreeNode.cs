using System.Runtime.InteropServices;

namespace Noether.Neighbours;

/// <summary>A node of a <see cref="PointTree"/>: a stretch of the points. Its left child, if any, is the next node.</summary>
/// <param name="Start">Position of its first point.</param>
/// <param name="End">Position after its last point.</param>
/// <param name="RightChild">The right child; 0 in a leaf.</param>
/// <param name="SmallestPoint">The smallest index among its points: what decides whether a tie can be won here.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PointTreeNode(int Start, int End, int RightChild, int SmallestPoint)
{
    /// <summary>Whether the node has no children.</summary>
    public bool IsLeaf => RightChild == 0;
}
