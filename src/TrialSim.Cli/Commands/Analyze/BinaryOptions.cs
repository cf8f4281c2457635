using System.CommandLine;
using System.CommandLine.Parsing;
using TrialSim.Cli.Analysis;
using TrialSim.Cli.Analysis.Proportions;

namespace TrialSim.Cli.Commands.Analyze;

/// <summary>The options for responses.</summary>
internal sealed class BinaryOptions : EndpointOptions
{
    private readonly Option<string?> _response = DataOption.Text("--response", "Column of a response: 1/0, yes/no, true/false, or categories.", DataOption.ColumnName);
    private readonly Option<string[]> _levels = DataOption.Names("--response-level", "The levels of --response that are a response; all others are none.", "levels");
    private readonly Option<double[]?> _nullProbability = DataOption.Number("--null-probability", "Proportion of responses that each arm is tested against.", "share", Share);
    private readonly Option<double[]?> _margin = DataOption.Number("--margin", "How much lower a proportion may be without being inferior.", "share", Share);

    public override string Data => AnalysisShape.Binary.Name;

    public override IReadOnlyList<Option> Columns => [_response];

    public override IReadOnlyList<Option> Further => [_levels, _nullProbability, _margin];

    public override IReadOnlyList<(Option Option, string[] Methods)> Readers => [(_nullProbability, ["binomial"]), (_margin, ["non_inferiority"])];

    public override IReadOnlyList<Option> RequiredColumns(CommandResult command) => Columns;

    public override AnalysisEndpoint EndpointOf(ParseResult parsed) => new BinaryEndpoint
    {
        Response = parsed.GetValue(_response) ?? "",
        ResponseLevels = [.. DataOption.Split(parsed.GetValue(_levels)).Distinct()],
        NullProbability = DataOption.Single(parsed.GetValue(_nullProbability)),
        Margin = DataOption.Single(parsed.GetValue(_margin)),
    };

    private static string Share(double share) => share is > 0 and < 1 ? "" : "write a share between 0 and 1, such as 0.1";
}
