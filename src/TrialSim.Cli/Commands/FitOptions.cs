using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Fitting;

namespace TrialSim.Cli.Commands;

/// <summary>The options of <c>trialsim fit</c>, and which go together.</summary>
internal sealed class FitOptions
{
    private readonly Option[][] _groups;

    public FitOptions()
    {
        Family.AcceptKnownOnly(SummaryFigures.Names);
        Unit.AcceptKnownOnly([.. FitUnit.All.Select(unit => unit.Name)]);
        CommonOptions.RefuseOptions(File);
        _groups =
        [
            [Time, Event, EventLevel, Interest, Censored, Lower, Upper, Start, Arm, Control, Cuts],
            [Points, AtRisk, Patients, Events, Cuts],
            [Quantiles, Median, Survival, Family],
            [Medians, ChiSquare, Sizes, FollowUp, Accrual],
        ];
    }

    public Argument<string?> File { get; } = new("data") { Description = "Patient data: a header and a row for each patient, separated by commas, semicolons or tabs.", Arity = ArgumentArity.ZeroOrOne };

    public FitOption Time { get; } = new("--time", "Patient data: column of the time of the event or of censoring.", "column");

    public FitOption Event { get; } = new("--event", "Patient data: column of the event: 1/0, yes/no, true/false, or see --event-level, --event-of-interest and --censored-level.", "column");

    public FitOption EventLevel { get; } = new("--event-level", "The level of --event that is the event; all others are censored.", "level");

    public FitOption Interest { get; } = new("--event-of-interest", "Of competing events, the level that is fitted; the others count as censored.", "level");

    public FitOption Censored { get; } = new("--censored-level", "With competing events, the level that is censoring, where it is not 0 or censored.", "level");

    public FitOption Lower { get; } = new("--lower", "Interval-censored patient data: column of the last time without the event; missing for left censoring.", "column");

    public FitOption Upper { get; } = new("--upper", "Interval-censored patient data: column of the first time with the event; missing for right censoring.", "column");

    public FitOption Start { get; } = new("--start", "Patient data: column of the time from which a row is under observation (late entry).", "column");

    public FitOption Control { get; } = new("--control", "Level of the control arm; by default control or placebo, or else the first in the file.", "level");

    public FitOption Arm { get; } = new("--arm", "Patient data: column of the arm, each fitted by itself; without it all patients are one group.", "column");

    public FitOption Cuts { get; } = new("--cuts", "Cuts of a piecewise exponential among the families.", "times");

    public FitOption Points { get; } = new("--points", "Published curve: CSV with the columns time,survival read off it.", "file");

    public FitOption AtRisk { get; } = new("--at-risk", "Published curve: CSV with the columns time,at_risk printed below it, from time 0.", "file");

    public Option<long?> Patients { get; } = CommonOptions.WholeNumber("--patients", [], "Published curve without numbers at risk: its patients.", 1, 10_000_000);

    public Option<long?> Events { get; } = CommonOptions.WholeNumber("--events", [], "Published curve: its events, where they are reported.", 0, 10_000_000);

    public Option<string[]> Quantiles { get; } = new("--quantile") { Description = "Figures: a share still event-free and its time, such as 0.25@30mo; given twice.", HelpName = "share@time" };

    public FitOption Median { get; } = new("--median", "Figures: the median, such as 16mo.", "time");

    public FitOption Survival { get; } = new("--survival", "Figures: a milestone rate, such as 0.4@24mo.", "share@time");

    public FitOption Family { get; } = new("--family", $"Figures: one of {string.Join(", ", SummaryFigures.Names)}; all, compared, by default.", "name");

    public FitOption Medians { get; } = new("--medians", "Two arms: medians, the experimental arm's first, such as 20mo,16mo.", "times");

    public FitOption ChiSquare { get; } = new("--chi-square", "Two arms: chi-square of the log-rank test.", "number");

    public FitOption Sizes { get; } = new("--sizes", "Two arms: patients, the experimental arm's first, such as 53,54.", "numbers");

    public FitOption FollowUp { get; } = new("--follow-up", "Two arms: follow-up of the last patient, such as 24mo.", "time");

    public FitOption Accrual { get; } = new("--accrual", "Two arms: length of an even accrual, by which the first patient is followed longer; none by default.", "time");

    public FitOption Unit { get; } = new("--time-unit", "Unit of times in files and in what is printed: days, weeks, months (default) or years.", "name");

    public Option<string?> Output { get; } = new("--out", "-o") { Description = "Folder for a report with the chart, fits.csv, hazards.yaml, and of a published curve patients.csv.", HelpName = "folder" };

    /// <summary>Options that say how right-censored times ended.</summary>
    public IReadOnlyList<FitOption> EventOptions => [Time, Event, EventLevel, Interest, Censored];

    /// <summary>Adds everything to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(File);
        foreach (Option option in _groups.SelectMany(group => group).Distinct().Append(Unit).Append(Output))
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Number of the group that the command line is about: 0 patient data, 1 a published curve, 2 figures of a curve, 3 figures of two arms.</summary>
    /// <exception cref="UserInputException">It is about none, or about several.</exception>
    public int GroupOf(ParseResult parsed)
    {
        int group = parsed.GetValue(File) is not null ? 0
            : IsGiven(parsed, Points) || IsGiven(parsed, AtRisk) ? 1
            : IsGiven(parsed, Quantiles) || IsGiven(parsed, Median) || IsGiven(parsed, Survival) ? 2
            : IsGiven(parsed, Medians) || IsGiven(parsed, ChiSquare) ? 3
            : throw new UserInputException("Say what to fit: a data file with --time and --event (or --lower and --upper), or --points and --at-risk, or --median and --survival, or two of --quantile, or --medians with --chi-square, --sizes and --follow-up.");
        Option? stranger = _groups.SelectMany(options => options).Distinct().FirstOrDefault(option => !_groups[group].Contains(option) && IsGiven(parsed, option));
        return stranger is null
            ? group
            : throw new UserInputException($"{stranger.Name} does not go with {(group == 0 ? "a data file" : _groups[group].First(option => IsGiven(parsed, option)).Name)}. Leave one of them out.");
    }

    /// <summary>The value of an option that the group cannot do without.</summary>
    /// <exception cref="UserInputException">It is missing.</exception>
    public static string Required(ParseResult parsed, FitOption option) =>
        parsed.GetValue(option) ?? throw new UserInputException($"{option.Name} is missing. Add {option.Name} <{option.HelpName}>.");

    /// <summary>Numbers with commas between them, each above 0.</summary>
    /// <exception cref="UserInputException">One is none.</exception>
    public static double[] Numbers(string name, string? text) =>
    [
        .. (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part =>
            double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > 0 && double.IsFinite(number)
                ? number
                : throw new UserInputException($"{name}: '{part}' cannot be used; write a number above 0, with a decimal point.")),
    ];

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
