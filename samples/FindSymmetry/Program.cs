using Noether;
using Noether.Data;
using Noether.LieAlgebras;
using Noether.Runs;

var data = new MexicanHat().Sample(new Seed(7), Execution.Default);
var found = SymmetryDiscovery.Run(data, DiscoveryOptions.Default, new Seed(7), Execution.Default);

Console.WriteLine(found.Algebra is AlgebraIdentification.Unique(var algebra) ? algebra.Name : found.Algebra.Reason);
foreach (var generator in found.Generators?.Generators ?? [])
{
    Console.WriteLine(generator);
}
