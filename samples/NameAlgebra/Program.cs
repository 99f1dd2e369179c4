using Noether.LieAlgebras;
using Noether.Numerics;

var aboutX = Matrix.FromRows([0, 0, 0], [0, 0, -1], [0, 1, 0]);
var aboutY = Matrix.FromRows([0, 0, 1], [0, 0, 0], [-1, 0, 0]);
var boost = Matrix.FromRows([0, 0, 1], [0, 0, 0], [1, 0, 0]);

Console.WriteLine(Answer(aboutX, aboutY, aboutX.Commutator(aboutY)));
Console.WriteLine(Answer(aboutX, boost, aboutX.Commutator(boost)));

static string Answer(params Matrix[] generators) => AlgebraIdentification.Identify([.. generators], IdentificationOptions.Default) switch
{
    AlgebraIdentification.Unique(var algebra) => $"{algebra.Name}, dimension {algebra.Dimension}, {(algebra.IsCompact ? "compact" : "not compact")}",
    AlgebraIdentification.Ambiguous(var candidates) => $"one of {string.Join(", ", candidates.Select(candidate => candidate.Name))}",
    var other => $"{other.Verdict}: {other.Reason}",
};
