using BenchmarkDotNet.Running;
using TrialSim.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(WholeTrial).Assembly).Run(args);
