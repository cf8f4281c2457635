using System.CommandLine;

namespace TrialSim.Cli.Commands.Analyze;

/// <summary>Options for times, however they are known.</summary>
internal sealed class TimeOptions
{
    /// <summary>Times at which a curve is told.</summary>
    public Option<double[]?> At { get; } = DataOption.Numbers("--at", "Times at which survival or incidence is told.", "times", time => time >= 0 ? "" : "write times of 0 or more, such as 6,12");

    /// <summary>Cuts of the piecewise exponential.</summary>
    public Option<double[]?> Cuts { get; } = DataOption.Numbers("--cuts", "Cuts of the piecewise exponential among the parametric models.", "times", time => time > 0 ? "" : "write times above 0");

    /// <summary>What a unit of time is called.</summary>
    public Option<string?> Unit { get; } = DataOption.Text("--time-unit", "What a unit of time is called, for tables and the chart.", "name");

    /// <summary>The times asked for, ascending.</summary>
    public double[] AtOf(ParseResult parsed) => [.. (parsed.GetValue(At) ?? []).Distinct().Order()];

    /// <summary>The cuts, ascending; empty without.</summary>
    public double[] CutsOf(ParseResult parsed) => [.. (parsed.GetValue(Cuts) ?? []).Distinct().Order()];

    /// <summary>The unit; empty where the user did not say.</summary>
    public string UnitOf(ParseResult parsed) => parsed.GetValue(Unit) ?? "";
}
