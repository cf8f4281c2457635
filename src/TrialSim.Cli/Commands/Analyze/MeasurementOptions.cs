using System.CommandLine;
using System.CommandLine.Parsing;
using TrialSim.Cli.Analysis;
using TrialSim.Cli.Analysis.Longitudinal;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Commands.Analyze;

/// <summary>The options for numbers: one of each patient, or, where visit and patient are named, one at each visit.</summary>
internal sealed class MeasurementOptions : EndpointOptions
{
    private readonly Option<string?> _value = DataOption.Text("--value", "Column of a number that was measured.", DataOption.ColumnName);
    private readonly Option<string?> _visit = DataOption.Text("--visit", "Column of the visit, where there is a row for each visit of a patient.", DataOption.ColumnName);
    private readonly Option<string?> _patient = DataOption.Text("--patient", "Column of the patient, where there is a row for each visit.", DataOption.ColumnName);
    private readonly Option<string?> _baseline = DataOption.Text("--baseline", "Column of the number before treatment; changes from it are analysed too.", DataOption.ColumnName);
    private readonly Option<string?> _degrees = DataOption.Word(
        "--degrees-of-freedom", "Of the mixed model: kenward-roger (default), satterthwaite or residual.", "rule", "kenward-roger", "satterthwaite", "residual");

    public override string Data => "measured numbers";

    public override IReadOnlyList<Option> Columns => [_value, _visit, _patient];

    public override IReadOnlyList<Option> Further => [_baseline, _degrees];

    public override IReadOnlyList<(Option Option, string[] Methods)> Readers => [(_degrees, ["mmrm"])];

    public override IReadOnlyList<Option> RequiredColumns(CommandResult command) =>
        DataOption.IsGiven(command, _visit) || DataOption.IsGiven(command, _patient) ? Columns : [_value];

    public override AnalysisEndpoint EndpointOf(ParseResult parsed)
    {
        string value = parsed.GetValue(_value) ?? "";
        string baseline = parsed.GetValue(_baseline) ?? "";
        return parsed.GetValue(_visit) is string visit
            ? new RepeatedEndpoint(value, baseline, visit, parsed.GetValue(_patient) ?? "", DegreesOf(parsed.GetValue(_degrees)))
            : new ContinuousEndpoint(value, baseline);
    }

    private static DegreesOfFreedomMethod DegreesOf(string? word) => word switch
    {
        "satterthwaite" => DegreesOfFreedomMethod.Satterthwaite,
        "residual" => DegreesOfFreedomMethod.Residual,
        _ => DegreesOfFreedomMethod.KenwardRoger,
    };
}
