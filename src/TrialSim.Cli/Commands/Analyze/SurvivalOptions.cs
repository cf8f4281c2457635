using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TrialSim.Cli.Analysis;
using TrialSim.Cli.Analysis.Survival;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Commands.Analyze;

/// <summary>The options for times to an event.</summary>
internal sealed class SurvivalOptions : EndpointOptions
{
    private readonly Option<string?> _time = DataOption.Text("--time", "Column of the time of the event or of censoring.", DataOption.ColumnName);
    private readonly Option<string?> _event = DataOption.Text("--event", "Column of the event: 1/0, yes/no, true/false, or see the next three options.", DataOption.ColumnName);
    private readonly Option<string?> _eventLevel = DataOption.Text("--event-level", "The level of --event that is the event; all others are censored.", DataOption.LevelName);
    private readonly Option<string?> _interest = DataOption.Text("--event-of-interest", "Of competing events, the level that is analysed.", DataOption.LevelName);
    private readonly Option<string?> _censored = DataOption.Text("--censored-level", "With competing events, the level that is censoring, where it is not 0 or censored.", DataOption.LevelName);
    private readonly Option<string?> _start = DataOption.Text("--start", "Column of the time from which a row is at risk (left truncation, several rows a patient).", DataOption.ColumnName);
    private readonly Option<double[]?> _at = DataOption.Numbers("--at", "Times at which survival or incidence is told.", "times", time => time >= 0 ? "" : "write times of 0 or more, such as 6,12");
    private readonly Option<double[]?> _tau = DataOption.Number("--tau", "Horizon of the restricted mean survival time.", "time", DataOption.AboveZero);
    private readonly Option<double[]?> _reference = DataOption.Number("--reference-median", "Exponential median that each arm is tested against.", "time", DataOption.AboveZero);
    private readonly Option<double[]?> _landmark = DataOption.Number("--landmark", "Time of the landmark, from which its analysis starts.", "time", DataOption.AboveZero);
    private readonly Option<string[]> _weights = new("--weights") { Description = "Fleming and Harrington's weights rho,gamma of the log-rank test; may be given often.", HelpName = "rho,gamma" };
    private readonly Option<double[]?> _delay = DataOption.Numbers("--delay", "Delay of the modestly weighted log-rank test; after a comma the greatest weight.", "time", time => time >= 0 ? "" : "write a time of 0 or more");
    private readonly Option<double[]?> _cuts = DataOption.Numbers("--cuts", "Cuts of the piecewise exponential among the parametric models.", "times", time => time > 0 ? "" : "write times above 0");
    private readonly Option<string?> _ties = DataOption.Word("--ties", "Ties in Cox regressions: efron (default) or breslow.", "rule", "efron", "breslow");
    private readonly Option<string?> _scale = DataOption.Word("--interval", "Scale of survival intervals: log (default), log-log, plain, logit or arcsin.", "scale", "log", "log-log", "plain", "logit", "arcsin");
    private readonly Option<string?> _unit = DataOption.Text("--time-unit", "What a unit of time is called, for tables and the chart.", "name");

    public SurvivalOptions()
    {
        _weights.Validators.Add(CheckWeights);
        _delay.Validators.Add(CheckDelay);
    }

    public override string Data => AnalysisShape.Survival.Name;

    public override IReadOnlyList<Option> Columns => [_time, _event];

    public override IReadOnlyList<Option> Further =>
        [_eventLevel, _interest, _censored, _start, _at, _tau, _reference, _landmark, _weights, _delay, _cuts, _ties, _scale, _unit];

    public override IReadOnlyList<Option> RequiredColumns(CommandResult command) => Columns;

    public override AnalysisEndpoint EndpointOf(ParseResult parsed) => new SurvivalEndpoint
    {
        Time = parsed.GetValue(_time) ?? "",
        Event = parsed.GetValue(_event) ?? "",
        EventLevel = parsed.GetValue(_eventLevel) ?? "",
        EventOfInterest = parsed.GetValue(_interest) ?? "",
        CensoredLevel = parsed.GetValue(_censored) ?? "",
        Start = parsed.GetValue(_start) ?? "",
        At = [.. (parsed.GetValue(_at) ?? []).Distinct().Order()],
        Tau = DataOption.Single(parsed.GetValue(_tau)),
        ReferenceMedian = DataOption.Single(parsed.GetValue(_reference)),
        Landmark = DataOption.Single(parsed.GetValue(_landmark)),
        Weights = [.. (parsed.GetValue(_weights) ?? []).Select(WeightsOf)],
        Delay = parsed.GetValue(_delay) ?? [],
        Cuts = [.. (parsed.GetValue(_cuts) ?? []).Distinct().Order()],
        Ties = parsed.GetValue(_ties) == "breslow" ? TieHandling.Breslow : TieHandling.Efron,
        Transform = parsed.GetValue(_scale) switch
        {
            "log-log" => IntervalTransform.LogLog,
            "plain" => IntervalTransform.Plain,
            "logit" => IntervalTransform.Logit,
            "arcsin" => IntervalTransform.ArcSine,
            _ => IntervalTransform.Log,
        },
        TimeUnit = parsed.GetValue(_unit) ?? "",
    };

    private static void CheckDelay(OptionResult result)
    {
        IReadOnlyList<string> parts = DataOption.Split(result.Tokens);
        if (parts.Count > 2 || (parts.Count == 2 && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double most) && most < 1))
        {
            result.AddError("--delay takes a time and, after a comma, a greatest weight of 1 or more, such as 6,2.");
        }
    }

    private static void CheckWeights(OptionResult result)
    {
        foreach (string text in result.Tokens.Select(token => token.Value))
        {
            string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !parts.All(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && weight is >= 0 and <= 100))
            {
                result.AddError($"--weights: '{text}' cannot be used; write rho,gamma, both 0 or more, such as 0,1.");
            }
        }
    }

    private static (double Rho, double Gamma) WeightsOf(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
