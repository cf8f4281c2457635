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
    private readonly Option<string?> _event = DataOption.Text("--event", "Column of the event: 1/0, yes/no, true/false, or see --event-level, --event-of-interest and --censored-level.", DataOption.ColumnName);
    private readonly Option<string?> _eventLevel = DataOption.Text("--event-level", "The level of --event that is the event; all others are censored.", DataOption.LevelName);
    private readonly Option<string?> _interest = DataOption.Text("--event-of-interest", "Of competing events, the level that is analysed.", DataOption.LevelName);
    private readonly Option<string?> _censored = DataOption.Text("--censored-level", "With competing events, the level that is censoring, where it is not 0 or censored.", DataOption.LevelName);
    private readonly Option<string?> _start = DataOption.Text("--start", "Column of the time from which a row is at risk (left truncation, several rows a patient).", DataOption.ColumnName);
    private readonly Option<double[]?> _tau = DataOption.Number("--tau", "Horizon of the restricted mean survival time.", "time", DataOption.AboveZero);
    private readonly Option<string?> _tauVariance = DataOption.Word("--rmst-variance", "Variance of the restricted mean: greenwood (default) or bias-corrected, times m/(m - 1) for m events.", "form", "greenwood", "bias-corrected");
    private readonly Option<double[]?> _nullMedian = DataOption.Number("--null-median", "Median of an exponential curve that each arm is tested against.", "time", DataOption.AboveZero);
    private readonly Option<double[]?> _nullShape = DataOption.Number("--null-shape", "With --null-median: shape of a Weibull curve instead.", "shape", shape => shape > 0 ? "" : "write a shape above 0, such as 1.5");
    private readonly Option<string?> _nullHazard = DataOption.Text("--null-hazard", "Hazards that each arm is tested against, each with the time from which it holds.", "from:hazard,...");
    private readonly Option<double[]?> _landmark = DataOption.Number("--landmark", "Time of the landmark, from which its analysis starts.", "time", DataOption.AboveZero);
    private readonly Option<string[]> _weights = new("--weights") { Description = "Fleming and Harrington's weights rho,gamma of the log-rank test and of MaxCombo; may be given often.", HelpName = "rho,gamma" };
    private readonly Option<double[]?> _delay = DataOption.Numbers("--delay", "Delay of the modestly weighted log-rank test; after a comma the greatest weight.", "time", time => time >= 0 ? "" : "write a time of 0 or more");
    private readonly Option<string?> _ties = DataOption.Word("--ties", "Ties in Cox regressions: efron (default), breslow or exact.", "rule", "efron", "breslow", "exact");
    private readonly Option<string?> _ratioInterval = DataOption.Word("--hazard-ratio-interval", "Intervals of Cox hazard ratios: wald (default) or profile.", "kind", "wald", "profile");
    private readonly Option<string?> _scale = DataOption.Word("--interval", "Scale of survival intervals: log (default), log-log, plain, logit or arcsin.", "scale", "log", "log-log", "plain", "logit", "arcsin");

    private readonly TimeOptions _times;

    /// <param name="times">Options shared with other times.</param>
    public SurvivalOptions(TimeOptions times)
    {
        _times = times;
        _weights.Validators.Add(CheckWeights);
        _delay.Validators.Add(CheckDelay);
        _nullHazard.Validators.Add(CheckHazard);
    }

    public override string Data => AnalysisShape.Survival.Name;

    public override IReadOnlyList<Option> Columns => [_time, _event];

    public override IReadOnlyList<Option> Further =>
        [_eventLevel, _interest, _censored, _start, _times.At, _tau, _tauVariance, _nullMedian, _nullShape, _nullHazard, _landmark, _weights, _delay, _times.Cuts, _ties, _ratioInterval, _scale, _times.Unit];

    public override IReadOnlyList<(Option Option, string[] Methods)> Readers =>
    [
        (_times.At, ["km", "nelson_aalen", "cumulative_incidence"]),
        (_tau, ["rmst"]),
        (_tauVariance, ["rmst"]),
        (_nullMedian, ["one_sample_log_rank"]),
        (_nullShape, ["one_sample_log_rank"]),
        (_nullHazard, ["one_sample_log_rank"]),
        (_landmark, ["landmark"]),
        (_weights, ["log_rank", "max_combo", "landmark"]),
        (_delay, ["log_rank", "landmark"]),
        (_times.Cuts, ["parametric"]),
        (_ties, ["cox", "landmark"]),
        (_ratioInterval, ["cox", "landmark"]),
        (_scale, ["km", "cumulative_incidence", "landmark"]),
    ];

    public override IReadOnlyList<Option> RequiredColumns(CommandResult command) => Columns;

    public override string Contradiction(CommandResult command)
    {
        bool Both(Option one, Option other) => DataOption.IsGiven(command, one) && DataOption.IsGiven(command, other);
        return Both(_eventLevel, _interest)
            ? "--event-level and --event-of-interest name the event twice. Give --event-of-interest where other levels compete, and --event-level where they are censored."
            : Both(_nullMedian, _nullHazard)
                ? "--null-median and --null-hazard are two curves to test against. Give one of them."
                : DataOption.IsGiven(command, _nullShape) && !DataOption.IsGiven(command, _nullMedian)
                    ? "--null-shape needs the median of its curve. Add --null-median <time>."
                    : DataOption.IsGiven(command, _censored) && !DataOption.IsGiven(command, _interest)
                        ? "--censored-level is for competing events. Add --event-of-interest <level>, or name the event with --event-level <level> instead."
                        : "";
    }

    public override AnalysisEndpoint EndpointOf(ParseResult parsed) => new SurvivalEndpoint
    {
        Time = parsed.GetValue(_time) ?? "",
        Event = parsed.GetValue(_event) ?? "",
        EventLevel = parsed.GetValue(_eventLevel) ?? "",
        EventOfInterest = parsed.GetValue(_interest) ?? "",
        CensoredLevel = parsed.GetValue(_censored) ?? "",
        Start = parsed.GetValue(_start) ?? "",
        At = _times.AtOf(parsed),
        Tau = DataOption.Single(parsed.GetValue(_tau)),
        TauVariance = parsed.GetValue(_tauVariance) == "bias-corrected" ? RestrictedMeanVariance.BiasCorrected : RestrictedMeanVariance.Greenwood,
        NullMedian = DataOption.Single(parsed.GetValue(_nullMedian)),
        NullShape = DataOption.Single(parsed.GetValue(_nullShape)) ?? 1.0,
        NullHazard = TryPieces(parsed.GetValue(_nullHazard) ?? "", out (double From, double Hazard)[] pieces) ? pieces : [],
        Landmark = DataOption.Single(parsed.GetValue(_landmark)),
        Weights = [.. (parsed.GetValue(_weights) ?? []).Select(WeightsOf)],
        Delay = parsed.GetValue(_delay) ?? [],
        Cuts = _times.CutsOf(parsed),
        Ties = parsed.GetValue(_ties) switch
        {
            "breslow" => TieHandling.Breslow,
            "exact" => TieHandling.Exact,
            _ => TieHandling.Efron,
        },
        UsesProfileIntervals = parsed.GetValue(_ratioInterval) == "profile",
        Transform = parsed.GetValue(_scale) switch
        {
            "log-log" => IntervalTransform.LogLog,
            "plain" => IntervalTransform.Plain,
            "logit" => IntervalTransform.Logit,
            "arcsin" => IntervalTransform.ArcSine,
            _ => IntervalTransform.Log,
        },
        TimeUnit = _times.UnitOf(parsed),
    };

    private static void CheckDelay(OptionResult result)
    {
        IReadOnlyList<string> parts = DataOption.Split(result.Tokens);
        if (parts.Count > 2 || (parts.Count == 2 && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double most) && most < 1))
        {
            result.AddError("--delay takes a time and, after a comma, a greatest weight of 1 or more, such as 6,2.");
        }
    }

    private static void CheckHazard(OptionResult result)
    {
        if (result.Tokens is [{ Value: string text }] && !TryPieces(text, out _))
        {
            result.AddError($"--null-hazard: '{text}' cannot be used; write from:hazard with from ascending from 0 and hazards of 0 or more, such as 0:0.05,12:0.02.");
        }
    }

    private static bool TryPieces(string text, out (double From, double Hazard)[] pieces)
    {
        List<(double From, double Hazard)> found = [];
        foreach (string[] pair in DataOption.Split([text]).Select(piece => piece.Split(':', StringSplitOptions.TrimEntries)))
        {
            bool isPiece = pair.Length == 2
                & double.TryParse(pair[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double from)
                & double.TryParse(pair[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double hazard);
            if (!isPiece || !double.IsFinite(from) || !double.IsFinite(hazard) || hazard < 0 || (found.Count == 0 ? from != 0 : !(from > found[^1].From)))
            {
                pieces = [];
                return false;
            }

            found.Add((from, hazard));
        }

        pieces = [.. found];
        return pieces.Length > 0;
    }

    private static void CheckWeights(OptionResult result)
    {
        foreach (string text in result.Tokens.Select(token => token.Value))
        {
            string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !parts.All(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && weight is >= 0 and <= 100))
            {
                result.AddError($"--weights: '{text}' cannot be used; write rho,gamma, both from 0 to 100, such as 0,1.");
            }
        }
    }

    private static (double Rho, double Gamma) WeightsOf(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
