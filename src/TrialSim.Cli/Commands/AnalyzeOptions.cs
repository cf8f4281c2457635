using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TrialSim.Cli.Analysis;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Commands;

/// <summary>The options of <c>trialsim analyze</c>, and the request that they make.</summary>
internal sealed class AnalyzeOptions
{
    private const string ColumnName = "column";
    private const string LevelName = "level";

    private readonly Argument<string> _file = new("data") { Description = "The data file: a header and a row for each patient, separated by commas, semicolons or tabs." };
    private readonly Option<string> _time = new("--time") { Description = "Column of the time of the event or of censoring.", HelpName = ColumnName, Required = true };
    private readonly Option<string> _event = new("--event") { Description = "Column of the event: 1/0, yes/no, true/false, or see the next three options.", HelpName = ColumnName, Required = true };
    private readonly Option<string?> _eventLevel = Text("--event-level", "The level of --event that is the event; all others are censored.", LevelName);
    private readonly Option<string?> _interest = Text("--event-of-interest", "Of competing events, the level that is analysed.", LevelName);
    private readonly Option<string?> _censored = Text("--censored-level", "With competing events, the level that is censoring, where it is not 0 or censored.", LevelName);
    private readonly Option<string?> _arm = Text("--arm", "Column of the arm; without it all patients are one group.", ColumnName);
    private readonly Option<string?> _control = Text("--control", "Level of the control arm; by default control or placebo, or else the first in the file.", LevelName);
    private readonly Option<string?> _start = Text("--start", "Column of the time from which a row is at risk (left truncation, several rows a patient).", ColumnName);
    private readonly Option<string[]> _strata = Names("--strata", "Columns of strata, by which tests and regressions are stratified.", "columns");
    private readonly Option<string[]> _covariates = Names("--covariates", "Columns of covariates for regressions; text makes a category.", "columns");
    private readonly Option<string[]> _categorical = Names("--categorical", "Those of the covariates that are categories although written as numbers.", "columns");
    private readonly Option<string[]> _methods = Names("--method", $"Methods: {string.Join(", ", AnalysisMethods.Names)}.", "names");
    private readonly Option<double[]?> _at = Numbers("--at", "Times at which survival or incidence is told.", "times", time => time >= 0 ? "" : "write times of 0 or more, such as 6,12");
    private readonly Option<double[]?> _tau = Numbers("--tau", "Horizon of the restricted mean survival time.", "time", time => time > 0 ? "" : "write a time above 0");
    private readonly Option<double[]?> _reference = Numbers("--reference-median", "Exponential median that each arm is tested against.", "time", time => time > 0 ? "" : "write a time above 0");
    private readonly Option<double[]?> _landmark = Numbers("--landmark", "Time of the landmark, from which its analysis starts.", "time", time => time > 0 ? "" : "write a time above 0");
    private readonly Option<string[]> _weights = new("--weights") { Description = "Fleming and Harrington's weights rho,gamma of the log-rank test; may be given often.", HelpName = "rho,gamma" };
    private readonly Option<double[]?> _delay = Numbers("--delay", "Delay of the modestly weighted log-rank test; after a comma the greatest weight.", "time", time => time >= 0 ? "" : "write a time of 0 or more");
    private readonly Option<double[]?> _cuts = Numbers("--cuts", "Cuts of the piecewise exponential among the parametric models.", "times", time => time > 0 ? "" : "write times above 0");
    private readonly Option<string?> _ties = Text("--ties", "Ties in Cox regressions: efron (default) or breslow.", "rule");
    private readonly Option<double[]?> _confidence = Numbers("--confidence", "Confidence of intervals; 0.95 by default.", "share", share => share is > 0 and < 1 ? "" : "write a share between 0 and 1, such as 0.95");
    private readonly Option<string?> _scale = Text("--interval", "Scale of survival intervals: log (default), log-log, plain, logit or arcsin.", "scale");
    private readonly Option<string?> _unit = Text("--time-unit", "What a unit of time is called, for tables and the chart.", "name");

    /// <summary>Where the results are written; null for nowhere.</summary>
    public Option<string?> Output { get; } = new("--out", "-o") { Description = "Folder for analysis.csv, analysis.json, km.csv and a report with the chart.", HelpName = "folder" };

    public AnalyzeOptions()
    {
        CommonOptions.RefuseOptions(_file);
        _weights.Validators.Add(CheckWeights);
        _ties.Validators.Add(result => CheckWord(result, ["efron", "breslow"]));
        _scale.Validators.Add(result => CheckWord(result, ["log", "log-log", "plain", "logit", "arcsin"]));
        foreach (Option<double[]?> single in new[] { _tau, _reference, _landmark, _confidence })
        {
            single.Validators.Add(result => CheckSingle(single, result));
        }

        _delay.Validators.Add(result =>
        {
            string[] parts = [.. Split([.. result.Tokens.Select(token => token.Value)])];
            if (parts.Length > 2 || (parts.Length == 2 && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double most) && most < 1))
            {
                result.AddError("--delay takes a time and, after a comma, a greatest weight of 1 or more, such as 6,2.");
            }
        });
        _methods.Validators.Add(result =>
        {
            foreach (string sentence in AnalysisMethods.UnknownAmong(Split([.. result.Tokens.Select(token => token.Value)])))
            {
                result.AddError(sentence);
            }
        });
    }

    /// <summary>Adds everything to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        Option[] all =
        [
            _time, _event, _eventLevel, _interest, _censored, _arm, _control, _start, _strata, _covariates, _categorical, _methods, _at, _tau, _reference, _landmark,
            _weights, _delay, _cuts, _ties, _confidence, _scale, _unit, Output,
        ];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the user asked for.</summary>
    public AnalysisRequest RequestOf(ParseResult parsed) => new()
    {
        File = parsed.GetRequiredValue(_file),
        Time = parsed.GetRequiredValue(_time),
        Event = parsed.GetRequiredValue(_event),
        EventLevel = parsed.GetValue(_eventLevel) ?? "",
        EventOfInterest = parsed.GetValue(_interest) ?? "",
        CensoredLevel = parsed.GetValue(_censored) ?? "",
        Arm = parsed.GetValue(_arm) ?? "",
        Control = parsed.GetValue(_control) ?? "",
        Start = parsed.GetValue(_start) ?? "",
        Strata = Split(parsed.GetValue(_strata)),
        Covariates = Split(parsed.GetValue(_covariates)),
        Categorical = Split(parsed.GetValue(_categorical)),
        Methods = Split(parsed.GetValue(_methods)),
        At = [.. (parsed.GetValue(_at) ?? []).Distinct().Order()],
        Tau = Single(parsed.GetValue(_tau)),
        ReferenceMedian = Single(parsed.GetValue(_reference)),
        Landmark = Single(parsed.GetValue(_landmark)),
        Weights = [.. (parsed.GetValue(_weights) ?? []).Select(WeightsOf)],
        Delay = parsed.GetValue(_delay) ?? [],
        Cuts = [.. (parsed.GetValue(_cuts) ?? []).Distinct().Order()],
        Ties = parsed.GetValue(_ties) == "breslow" ? TieHandling.Breslow : TieHandling.Efron,
        Confidence = Single(parsed.GetValue(_confidence)) ?? AnalysisRequest.UsualConfidence,
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

    private static Option<string?> Text(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };

    private static Option<string[]> Names(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };

    private static Option<double[]?> Numbers(string name, string description, string helpName, Func<double, string> advice) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            List<double> numbers = [];
            foreach (string text in Split([.. result.Tokens.Select(token => token.Value)]))
            {
                bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
                string fault = isNumber ? advice(number) : "write numbers with a decimal point, a comma between two";
                if (fault.Length > 0)
                {
                    result.AddError($"{name}: '{text}' cannot be used; {fault}.");
                    return null;
                }

                numbers.Add(number);
            }

            return [.. numbers];
        },
    };

    private static double? Single(double[]? numbers) => numbers is [double only] ? only : null;

    private static void CheckSingle(Option<double[]?> option, OptionResult result)
    {
        if (Split([.. result.Tokens.Select(token => token.Value)]).Count > 1)
        {
            result.AddError($"{option.Name} takes one number. Give it once.");
        }
    }

    private static void CheckWord(OptionResult result, string[] words)
    {
        if (result.Tokens is [{ Value: string word }] && !words.Contains(word))
        {
            result.AddError($"{result.Option.Name}: '{word}' cannot be used; write {string.Join(" or ", words)}.");
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

    private static List<string> Split(string[]? texts) =>
        [.. (texts ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
