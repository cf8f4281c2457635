using BenchmarkDotNet.Running;
using TrialSim.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(TwoArmExponential).Assembly).Run(args);
