using System.Globalization;
using TrialSim.Results.Targets;

namespace TrialSim.Charts.Reports;

/// <summary>What studies reported, beside the simulation.</summary>
internal static class TargetSection
{
    /// <summary>The section; empty where the scenario has no targets.</summary>
    public static string Of(IReadOnlyList<TargetCheck> targets) => targets.Count == 0
        ? ""
        : $"""
            <h3 id="targets">What was reported, and what is simulated</h3>
            {Html.Table(Table(targets), "Targets", "data")}
            """;

    private static ChartTable Table(IReadOnlyList<TargetCheck> targets) => new(
        ["Target", "Reported", "Simulated ± Monte Carlo standard error", "Allowed", "Verdict", "Source"],
        [
            .. targets.Select(check => (IReadOnlyList<string>)
            [
                check.Name,
                Amount(check, check.Reported),
                check.Simulated.Value is null ? Figures.Blank : Figures.Estimate(check.Simulated),
                check.Allowed is double allowed ? $"± {Amount(check, allowed)}" : Figures.Blank,
                check.Verdict switch
                {
                    TargetVerdict.Met => "met",
                    TargetVerdict.Missed => "missed",
                    TargetVerdict.Undecided => "undecided",
                    _ => "not judged",
                } + (check.Note.Length > 0 ? $"\n{check.Note}" : ""),
                $"{check.Basis}\n{check.Source}".TrimEnd('\n'),
            ]),
        ]);

    private static string Amount(TargetCheck check, double figure) => figure.ToString("0.####", CultureInfo.InvariantCulture) + (check.IsTime ? " months" : "");
}
