namespace Noether.Reports;

/// <summary>One orbit: samples of one class that lie together in the embedding.</summary>
/// <param name="Class">The class's name.</param>
/// <param name="Orbit">Number within the class, the largest first, counted from 0.</param>
/// <param name="Points">Samples on it.</param>
/// <param name="Jump">Largest ratio of consecutive merge heights of the class under single linkage; large where the class falls apart.</param>
/// <param name="Stability">Share of re-trained networks that find as many orbits in this class; null without repeats.</param>
public sealed record OrbitReport(string Class, int Orbit, int Points, double Jump, double? Stability = null);
