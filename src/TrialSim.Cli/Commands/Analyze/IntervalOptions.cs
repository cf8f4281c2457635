using System.CommandLine;
using System.CommandLine.Parsing;
using TrialSim.Cli.Analysis;
using TrialSim.Cli.Analysis.IntervalCensored;

namespace TrialSim.Cli.Commands.Analyze;

/// <summary>The options for times of which only an interval is known.</summary>
/// <param name="times">Options shared with other times.</param>
internal sealed class IntervalOptions(TimeOptions times) : EndpointOptions
{
    private readonly Option<string?> _lower = DataOption.Text("--lower", "Interval-censored times: column of the last time known to be without the event; empty for none (left-censored).", DataOption.ColumnName);
    private readonly Option<string?> _upper = DataOption.Text("--upper", "Column of the first time known to be with the event; empty for none (right-censored), the same as --lower for an exact time.", DataOption.ColumnName);

    public override string Data => AnalysisShape.IntervalCensored.Name;

    public override IReadOnlyList<Option> Columns => [_lower, _upper];

    public override IReadOnlyList<Option> Further => [times.At, times.Cuts, times.Unit];

    public override IReadOnlyList<(Option Option, string[] Methods)> Readers => [(times.At, ["turnbull"]), (times.Cuts, ["interval_parametric"])];

    public override IReadOnlyList<Option> RequiredColumns(CommandResult command) => Columns;

    public override AnalysisEndpoint EndpointOf(ParseResult parsed) => new IntervalEndpoint
    {
        Lower = parsed.GetValue(_lower) ?? "",
        Upper = parsed.GetValue(_upper) ?? "",
        At = times.AtOf(parsed),
        Cuts = times.CutsOf(parsed),
        TimeUnit = times.UnitOf(parsed),
    };
}
