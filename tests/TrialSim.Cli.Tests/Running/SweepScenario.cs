namespace TrialSim.Cli.Tests.Running;

/// <summary>The small scenario with a sweep of 2 × 3 cells.</summary>
internal static class SweepScenario
{
    public const int Cells = 6;

    public static string Yaml { get; } = SmallScenario.Yaml + "sweep: {vary: {truth.accrual.duration: [6mo, 12mo], design.patients: [20, 30, 40]}}\n";
}
