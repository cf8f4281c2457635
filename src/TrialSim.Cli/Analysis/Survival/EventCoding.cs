using TrialSim.Results.Data;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>How the levels of an event column are understood.</summary>
/// <param name="Interest">The levels that are the event.</param>
/// <param name="Competing">The levels that are competing events.</param>
/// <param name="Censored">The levels that are censoring.</param>
internal sealed record EventCoding(IReadOnlyList<string> Interest, IReadOnlyList<string> Competing, IReadOnlyList<string> Censored)
{
    private const int MaxLevelsShown = 8;
    private static readonly string[] CensoringNames = ["0", "censored", "censor", "censoring", "none", "no", "false"];

    /// <summary>0 censored, 1 the event, 2 a competing event.</summary>
    public int CauseOf(string level) => Interest.Contains(level) ? 1 : Competing.Contains(level) ? 2 : 0;

    /// <summary>In words, for the description of the data.</summary>
    public string InWords(string column)
    {
        string competing = Competing.Count == 0 ? "" : $"; {string.Join(", ", Competing)} compete{(Competing.Count == 1 ? "s" : "")} with it and count{(Competing.Count == 1 ? "s" : "")} as censoring in km, log_rank and cox";
        string censored = Censored.Count == 0 ? "" : $"; {string.Join(", ", Censored)} {(Censored.Count == 1 ? "is" : "are")} censored";
        return $"Event: {column} {(Interest.Count == 0 ? "never shows the event" : string.Join(", ", Interest) + " is the event")}{competing}{censored}.";
    }

    /// <summary>The coding of a column, by what the user said or by what the levels are.</summary>
    /// <param name="column">The event column.</param>
    /// <param name="endpoint">What the user said.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static EventCoding Of(PatientColumn column, SurvivalEndpoint endpoint, PatientFaults faults)
    {
        IReadOnlyList<string> levels = column.Levels();
        return endpoint.EventOfInterest.Length > 0 ? WithCompeting(levels, endpoint, faults)
            : endpoint.EventLevel.Length > 0 ? WithLevel(levels, endpoint.EventLevel, faults)
            : Found(levels, column.Name, faults);
    }

    private static EventCoding WithCompeting(IReadOnlyList<string> levels, SurvivalEndpoint endpoint, PatientFaults faults)
    {
        string interest = Known(levels, endpoint.EventOfInterest, "--event-of-interest", faults);
        string[] censored = endpoint.CensoredLevel.Length > 0
            ? [Known(levels, endpoint.CensoredLevel, "--censored-level", faults)]
            : [.. levels.Where(level => CensoringNames.Contains(level, StringComparer.OrdinalIgnoreCase))];
        if (censored.Contains(interest))
        {
            faults.Add($"--event-of-interest: '{interest}' is the level of censoring. Name an event.");
        }

        return new EventCoding([interest], [.. levels.Where(level => level != interest && !censored.Contains(level))], censored);
    }

    private static EventCoding WithLevel(IReadOnlyList<string> levels, string level, PatientFaults faults)
    {
        string known = Known(levels, level, "--event-level", faults);
        return new EventCoding([known], [], [.. levels.Where(other => other != known)]);
    }

    private static EventCoding Found(IReadOnlyList<string> levels, string column, PatientFaults faults)
    {
        string[] yes = [.. levels.Where(YesOrNo.IsYes)];
        string[] no = [.. levels.Where(YesOrNo.IsNo)];
        if (yes.Length + no.Length == levels.Count && yes.Length <= 1 && no.Length <= 1)
        {
            return new EventCoding(yes, [], no);
        }

        string shown = Shown(levels);
        bool isNumbered = levels.All(level => level.Length == 1 && char.IsAsciiDigit(level[0])) && levels.Contains("0");
        faults.Add(isNumbered
            ? $"{column} holds {shown}: competing events. Say which one is analysed, such as --event-of-interest {levels.Where(level => level != "0").Order(StringComparer.Ordinal).First()}."
            : levels.Count == 2 && levels.Contains("1") && levels.Contains("2")
                ? $"{column} holds 1 and 2, which may mean either. Say which level is the event, such as --event-level 2."
                : $"{column} holds {shown}, which is neither 1/0 nor yes/no. Say which level is the event: --event-level <level>; with competing events --event-of-interest <level>.");
        return new EventCoding([], [], levels);
    }

    private static string Known(IReadOnlyList<string> levels, string level, string option, PatientFaults faults)
    {
        if (!levels.Contains(level))
        {
            faults.Add($"{option}: there is no level '{level}'.{Advice.DidYouMean(level, levels)} The levels are {Shown(levels)}.");
        }

        return level;
    }

    private static string Shown(IReadOnlyList<string> levels) =>
        string.Join(", ", levels.Take(MaxLevelsShown).Select(PatientFaults.Quote)) + (levels.Count > MaxLevelsShown ? ", …" : "");
}
