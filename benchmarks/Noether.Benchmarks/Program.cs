using BenchmarkDotNet.Running;
using Noether.Benchmarks;

// `peer NAME ...` takes one measurement for a script in benchmarks/peers; everything else goes to BenchmarkDotNet.
if (args is ["peer", var name, .. var rest])
{
    return PeerMeasurements.Run(name, rest);
}

BenchmarkSwitcher.FromAssembly(typeof(PeerMeasurements).Assembly).Run(args);
return 0;
