using TrialSim.Charts;
using TrialSim.Cli.Analysis;

namespace TrialSim.Cli.Fitting;

/// <summary>What was found for an arm, or for figures.</summary>
/// <param name="Heading">For a person.</param>
/// <param name="Table">The families compared.</param>
/// <param name="Notes">What could not be fitted and why, and what was assumed.</param>
/// <param name="Families">The curves, the best first.</param>
/// <param name="Curves">The same curves as a chart needs them.</param>
internal sealed record FittedArm(string Heading, MethodTable Table, IReadOnlyList<string> Notes, IReadOnlyList<FamilyCurve> Families, FittedCurves Curves);
