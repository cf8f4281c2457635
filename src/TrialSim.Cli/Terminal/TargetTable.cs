using System.Globalization;
using TrialSim.Model.Targets;
using TrialSim.Results.Targets;

namespace TrialSim.Cli.Terminal;

/// <summary>Prints what studies reported beside what is simulated.</summary>
internal static class TargetTable
{
    private const string Missing = "–";

    /// <summary>A row for each target, then what there is to be said of single ones.</summary>
    public static void Print(TerminalStreams streams, IReadOnlyList<TargetCheck> checks)
    {
        TextTable table = new(["Target"], ["Reported", "Simulated", "95 % Monte Carlo", "Allowed"], ["Verdict", "Basis", "Source"]);
        foreach (TargetCheck check in checks)
        {
            table.Add(
                check.Name,
                Amount(check, check.Reported),
                check.Simulated.Value is null ? Missing : FigureText.Of(check.Simulated),
                FigureText.Interval(check.Simulated),
                check.Allowed is double allowed ? $"± {Rounded(check, allowed)}" : Missing,
                VerdictOf(check.Verdict),
                check.Basis,
                check.Source);
        }

        table.Write(streams.Out, streams.OutWidth);
        foreach (string note in checks.Select(NoteOf).Where(note => note.Length > 0))
        {
            Write(streams.Out, note, streams.OutWidth);
        }

        if (checks.Any(check => check.Target.Criterion is WithinMonteCarloError))
        {
            IEnumerable<string> alarms = checks.Select(check => check.Target.Criterion).OfType<WithinMonteCarloError>()
                .Select(exact => exact.FalseAlarm.ToString("0.##########", CultureInfo.InvariantCulture)).Distinct();
            Write(streams.Out, $"Exact targets are met within Monte Carlo error: a right scenario misses one with probability {string.Join(" or ", alarms)}.", streams.OutWidth);
        }
    }

    /// <summary>A warning for each target that the run cannot judge.</summary>
    public static void Warn(TerminalStreams streams, IReadOnlyList<TargetCheck> checks)
    {
        foreach (TargetCheck check in checks.Where(check => check.Verdict == TargetVerdict.NotJudged))
        {
            streams.Error.WriteLine($"warning: {check.Name} cannot be judged: {check.Note}.");
        }
    }

    private static string NoteOf(TargetCheck check)
    {
        string[] notes =
        [
            check.Verdict == TargetVerdict.NotJudged ? "" : check.Note,
            check.Simulated.NotEstimable > 0 && check.Verdict != TargetVerdict.NotJudged
                ? string.Create(CultureInfo.InvariantCulture, $"not estimable in {check.Simulated.NotEstimable:N0} replicate{(check.Simulated.NotEstimable == 1 ? "" : "s")}")
                : "",
        ];
        string text = string.Join("; ", notes.Where(note => note.Length > 0));
        return text.Length == 0 ? "" : $"{check.Name}: {text}.";
    }

    private static string VerdictOf(TargetVerdict verdict) => verdict switch
    {
        TargetVerdict.Met => "met",
        TargetVerdict.Missed => "MISSED",
        TargetVerdict.Undecided => "undecided",
        TargetVerdict.NotJudged => "not judged",
        _ => throw new InvalidOperationException($"No word for {verdict}."),
    };

    // As written, without the dust of a conversion from days.
    private static string Amount(TargetCheck check, double figure) => check.IsTime
        ? $"{figure.ToString("0.####", CultureInfo.InvariantCulture)} mo"
        : figure.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Rounded(TargetCheck check, double figure) => check.Target.Criterion is WithinTolerance
        ? Amount(check, figure)
        : figure.ToString("0.####", CultureInfo.InvariantCulture) + (check.IsTime ? " mo" : "");

    private static void Write(TextWriter text, string sentence, int width)
    {
        foreach (string line in WordWrap.Lines(sentence, width, ""))
        {
            text.WriteLine(line);
        }
    }
}
