namespace Noether.Cli.Commands.Paper;

/// <summary>An experiment as a command line.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Shows">Where it stands in the paper and what it shows.</param>
/// <param name="Arguments">The words after "noether paper".</param>
/// <param name="Quick">Words that make it smaller, for a quick look at everything; its claims are then those of a smaller experiment.</param>
internal sealed record PaperExperiment(string Name, string Shows, ImmutableArray<string> Arguments, params ImmutableArray<string> Quick)
{
    /// <summary>All experiments, those that take longest last.</summary>
    public static ImmutableArray<PaperExperiment> All { get; } =
    [
        new("mexican-hat", "Figure 1: orbits of the Mexican hat in the embedding, and so(2).", ["mexican-hat"]),
        new("so2", "Figure 6: SO(2), points on a circle.", ["so2"]),
        new("so3", "Figure 7, left: SO(3), points on a sphere.", ["so3"]),
        new("so4", "Figure 7, right: SO(4), points on the sphere in four dimensions.", ["so4"]),
        new("su2", "Figure 8, left: SU(2) on one or more complex vectors moved together.", ["su2"]),
        new("u1u1", "Figure 8, right: two phases.", ["u1u1"]),
        new("superpotential-compact", "Figure 2 on unit spheres: orbits are the values of the invariant p; su(2)+u(1).", ["superpotential", "--compact"], "--samples", "300"),
        new("calibration", "Beyond the paper: claims and bounds on functions whose symmetries are known.", ["calibration"], "--runs", "1", "--largest", "400"),
        new("mnist", "Figure 9: turned pictures of digits, the generator of so(2) that their orbits share, and its frequencies.", ["mnist"], "--images", "60"),
        new("superpotential", "Figure 2: orbits are the values of the invariant p of two complex vectors; gl(2,C).", ["superpotential"], "--samples", "300"),
        new("cicy", "Table 1, Figures 4 and 5: entries of the list of threefolds and identities found again.", ["cicy"], "--subset", "40", "--cap", "60"),
    ];

    /// <summary>The words of its command line that its result depends on.</summary>
    public ImmutableArray<string> Words(RunSettings settings, bool quick) =>
    [
        "paper",
        .. Arguments,
        .. quick ? Quick : [],
        "--seed",
        $"{settings.Seed}",
        .. settings.Figures ? ImmutableArray<string>.Empty : ["--no-figures"],
    ];
}
