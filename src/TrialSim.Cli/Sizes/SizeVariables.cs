using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Sizes;

/// <summary>Finds in a scenario what a word of <c>--vary</c> means.</summary>
/// <param name="trial">The compiled scenario.</param>
/// <param name="resolvedYaml">Its text with every default.</param>
internal sealed partial class SizeVariables(Trial trial, string resolvedYaml)
{
    public const string Patients = "patients";
    public const string Events = "events";
    public const string AccrualDuration = "accrual-duration";
    public const string FollowUp = "follow-up";

    private static readonly string[] Varied = ["design.", "truth."];

    private const string PatientsKey = "design.patients";
    private const string AccrualKey = "truth.accrual.duration";
    private const string MaxFollowUpKey = "design.max_follow_up";
    private const decimal MostPatients = 10_000;
    private const decimal MostTimes = 20;

    private readonly ImmutableArray<Setting> _values = ScenarioValues.Of(resolvedYaml);

    /// <summary>What a word means.</summary>
    /// <param name="word">One of the words, or keys joined by dots.</param>
    /// <exception cref="UserInputException">The scenario has no such thing.</exception>
    public SizeVariable Of(string word) => word switch
    {
        Patients => OfPatients(),
        Events => OfKey(word, "number of events", " events", LastOf(EventsCount()) ?? throw Refuse(word, "no look waits for a number of events")),
        AccrualDuration => OfAccrual(),
        FollowUp => OfFollowUp(),
        _ when _values.All(value => value.Key != word) => throw Refuse(word, "there is no such key"),
        _ when Varied.All(part => !word.StartsWith(part, StringComparison.Ordinal)) => throw Refuse(word, "only what stands under design or truth is of the trial and can be varied"),
        _ => OfKey(word, word, "", word),
    };

    /// <summary>Whether a look of a resolved scenario waits for events.</summary>
    public static bool HasEvents(string resolvedYaml) => ScenarioValues.Of(resolvedYaml).Any(value => EventsCount().IsMatch(value.Key));

    private SizeVariable OfPatients()
    {
        bool isFixed = trial.Design.Allocation.Method == AllocationMethod.FixedSizes;
        ImmutableArray<int> ratio = trial.Design.Allocation.Ratio;
        decimal current = Number(PatientsKey);
        bool keepsRatio = trial.Design.Allocation.Method is not (AllocationMethod.FixedSizes or AllocationMethod.ResponseAdaptive);
        string accrual = Text(AccrualKey) is string duration ? $"Accrual takes {duration} whatever their number." : "Accrual goes on at the scenario's rate until all are there.";
        return new SizeVariable(
            Patients,
            "number of patients",
            " patients",
            current,
            keepsRatio ? ratio.Sum() / ratio.Aggregate(0, Gcd) : 1,
            Math.Max(MostPatients, MostTimes * current),
            PatientsAt)
        { Note = accrual };

        ImmutableArray<Setting> PatientsAt(decimal value) =>
        [
            new Setting(PatientsKey, SizeVariable.NumberText(value)),
            .. isFixed
                ? ArmSizes.Of(ratio, (int)value).Select((size, arm) => new Setting($"design.allocation.sizes.{trial.Design.Arms[arm].Name}", size.ToString(CultureInfo.InvariantCulture)))
                : [],
        ];
    }

    // Patients follow the duration, at the rate that the scenario has: more of them come in more time.
    private SizeVariable OfAccrual()
    {
        SizeVariable patients = OfPatients();
        if (Text(AccrualKey) is string written)
        {
            SizeVariable duration = OfKey(AccrualDuration, "accrual duration", "", AccrualKey);
            decimal perUnit = patients.Current / duration.Current;
            return duration with
            {
                SettingsAt = value => [new Setting(AccrualKey, duration.Text(value)), .. patients.SettingsAt(WholeSteps(perUnit * value))],
                Note = $"Patients come at the scenario's rate, {SizeVariable.NumberText(decimal.Round(perUnit, 3))} each {UnitWord(written)}, and their number follows. To change the rate instead, write --vary {AccrualKey}.",
            };
        }

        Setting[] rates = [.. _values.Where(value => SingleRate().IsMatch(value.Key))];
        if (rates is not [Setting rate] || _values.Any(value => value.Key == "truth.accrual.ramp" && value.Value != "none"))
        {
            throw Refuse(AccrualDuration, "its accrual is neither a duration nor one rate for the whole trial");
        }

        decimal months = decimal.Parse(rate.Value, CultureInfo.InvariantCulture) * (decimal)(DaysPer.Month / DaysOf(rate.Key.Split('_')[^1]));
        decimal current = decimal.Round(patients.Current / months, 1);
        return new SizeVariable(AccrualDuration, "accrual duration", "mo", Math.Max(current, 0.1m), 0.1m, MostTimes * Math.Max(current, 1m), value => patients.SettingsAt(WholeSteps(months * value)))
        {
            Note = $"Patients come at the scenario's rate, {SizeVariable.NumberText(decimal.Round(months, 3))} a month, and their number follows.",
        };

        decimal WholeSteps(decimal number) => Math.Max(patients.Step, decimal.Round(number / patients.Step) * patients.Step);
    }

    private SizeVariable OfFollowUp()
    {
        string key = LastOf(LastPatientFollowed()) ?? LastOf(FollowedFor()) ?? throw Refuse(FollowUp, "no look waits until patients have been followed for a time");
        SizeVariable followUp = OfKey(FollowUp, "follow-up", "", key);
        return Text(MaxFollowUpKey) == Text(key)
            ? followUp with
            {
                SettingsAt = value => [new Setting(key, followUp.Text(value)), new Setting(MaxFollowUpKey, followUp.Text(value))],
                Note = $"{MaxFollowUpKey} is the same in the scenario, and changes with it.",
            }
            : followUp;
    }

    private SizeVariable OfKey(string word, string noun, string unit, string key)
    {
        string text = Text(key)!;
        if (DurationParts().Match(text) is { Success: true } duration)
        {
            (decimal current, string own) = (decimal.Parse(duration.Groups["number"].Value, CultureInfo.InvariantCulture), duration.Groups["unit"].Value);
            decimal step = own switch
            {
                "mo" => 0.1m,
                "y" => 0.01m,
                "w" => 0.5m,
                _ => 1m,
            };
            return new SizeVariable(word, noun, own, Math.Max(current, step), step, MostTimes * Math.Max(current, step), value => [new Setting(key, SizeVariable.NumberText(value) + own)]);
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number > 0m
            ? new SizeVariable(word, noun, unit, number, StepOf(number), MostTimes * number, value => [new Setting(key, SizeVariable.NumberText(value))])
            : throw Refuse(word, $"{key} is '{text}', and only a number or a duration above 0 can be varied");
    }

    // A whole number goes in ones, another by about a hundredth of itself.
    private static decimal StepOf(decimal number)
    {
        decimal step = 1m;
        while (number != decimal.Truncate(number) && step > number / 99m)
        {
            step /= 10m;
        }

        return step;
    }

    private UserInputException Refuse(string word, string why)
    {
        string[] words =
        [
            Patients,
            .. LastOf(EventsCount()) is null ? Array.Empty<string>() : [Events],
            .. LastOf(LastPatientFollowed()) is null && LastOf(FollowedFor()) is null ? Array.Empty<string>() : [FollowUp],
            .. Text(AccrualKey) is null && !_values.Any(value => SingleRate().IsMatch(value.Key)) ? Array.Empty<string>() : [AccrualDuration],
        ];
        return new UserInputException($"--vary {word}: {why}. This scenario has {string.Join(", ", words)}, and every key of 'trialsim explain' that is a number or a duration, such as {PatientsKey}.");
    }

    private string? LastOf(Regex key) => _values.LastOrDefault(value => key.IsMatch(value.Key))?.Key;

    private string? Text(string key) => _values.FirstOrDefault(value => value.Key == key)?.Value;

    private decimal Number(string key) => decimal.Parse(Text(key)!, CultureInfo.InvariantCulture);

    private static double DaysOf(string unit) => unit switch
    {
        "day" => 1.0,
        "week" => DaysPer.Week,
        "month" => DaysPer.Month,
        _ => DaysPer.Year,
    };

    private static string UnitWord(string duration) => DurationParts().Match(duration).Groups["unit"].Value switch
    {
        "h" => "hour",
        "d" => "day",
        "w" => "week",
        "mo" => "month",
        _ => "year",
    };

    private static int Gcd(int one, int other) => other == 0 ? one : Gcd(other, one % other);

    [GeneratedRegex(@"^design\.looks\.[^.]+\.when(\.(any|all)\.\d+)*\.events\.count$")]
    private static partial Regex EventsCount();

    [GeneratedRegex(@"^design\.looks\.[^.]+\.when(\.(any|all)\.\d+)*\.follow_up_of_last_patient$")]
    private static partial Regex LastPatientFollowed();

    [GeneratedRegex(@"^design\.looks\.[^.]+\.when(\.(any|all)\.\d+)*\.followed_up\.for$")]
    private static partial Regex FollowedFor();

    [GeneratedRegex(@"^truth\.accrual\.rate\.per_(day|week|month|year)$")]
    private static partial Regex SingleRate();

    [GeneratedRegex(@"^(?<number>[0-9]+(\.[0-9]+)?)(?<unit>h|d|w|mo|y)$")]
    private static partial Regex DurationParts();
}
