using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;

namespace TrialSim.Validation.Tests.Sequential;

/// <summary>One replicate of a scenario whose looks decide.</summary>
/// <param name="Outcome">How it has ended.</param>
/// <param name="RejectedAt">Of each analysis the look at which it first rejected, or −1.</param>
/// <param name="DecidedAt">Of each decision the look at which it was taken, or −1.</param>
/// <param name="Rows">The rows that are kept.</param>
internal sealed record DecidedTrial(TrialOutcome Outcome, int[] RejectedAt, int[] DecidedAt, ResultRow[] Rows);
