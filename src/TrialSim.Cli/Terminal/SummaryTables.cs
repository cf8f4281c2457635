using System.Globalization;
using TrialSim.Results;
using TrialSim.Results.Overview;

namespace TrialSim.Cli.Terminal;

/// <summary>Prints a run's operating characteristics, each with its Monte Carlo standard error.</summary>
public static class SummaryTables
{
    // Between which values the single trials' estimates lie: what a reader of one trial will see.
    private const string MostTrials = "95 % of trials";

    /// <summary>First what is to be known of whole trials, then one block for each look: when it comes, what the tests find, what each arm shows, and what could not be estimated.</summary>
    public static void Print(TerminalStreams streams, RunSummary summary)
    {
        OverviewTables.Print(streams, summary.OperatingCharacteristics);
        foreach (string look in summary.OperatingCharacteristics.Where(row => row.Look.Length > 0).Select(row => row.Look).Distinct())
        {
            OperatingCharacteristic[] rows = [.. summary.OperatingCharacteristics.Where(row => row.Look == look)];
            WriteParagraph(streams, LookSentence(look, rows));
            foreach (TextTable table in new[] { TestsOf(rows, summary.OperatingCharacteristics, RejectionHeadings.Of(summary.OperatingCharacteristics, [look]).Text()), ArmsOf(summary.Arms, [.. rows.Where(row => !IsOfGroup(summary.Arms, row))]), FiguresOf(summary.Arms, rows) })
            {
                if (table.HasRows)
                {
                    streams.Out.WriteLine();
                    table.Write(streams.Out, streams.OutWidth);
                }
            }

            foreach (string note in NotesOf(rows))
            {
                WriteParagraph(streams, note);
            }

            streams.Out.WriteLine();
        }

        if (summary.OperatingCharacteristics.Any(row => row.Measure == Measures.Power && UnadjustedTests.Contains(row, summary.OperatingCharacteristics)))
        {
            WriteParagraph(streams, $"{UnadjustedTests.Word}: {UnadjustedTests.Meaning}");
        }

        WriteParagraph(streams, summary.Manifest.Replicates == 1
            ? "± is the Monte Carlo standard error, which one replicate cannot show."
            : "± is the Monte Carlo standard error; brackets hold the 95 % Monte Carlo interval.");
    }

    private static string LookSentence(string look, OperatingCharacteristic[] rows)
    {
        OperatingCharacteristic reached = ReachedOf(rows);
        string often = reached.Value == 1.0 ? "takes place in every replicate" : $"takes place in {FigureText.Of(reached)} of replicates";
        OperatingCharacteristic time = rows.First(row => row.Measure == Measures.LookTime);
        return time.Value is null ? $"Look {look}: {often}." : $"Look {look}: {often}, after {FigureText.Of(time)} months on average.";
    }

    private static TextTable TestsOf(OperatingCharacteristic[] rows, IReadOnlyList<OperatingCharacteristic> all, string heading)
    {
        bool hasEstimates = rows.Any(IsComparisonEstimate);
        TextTable table = new(["Analysis", "Endpoint", "Comparison"], [heading, .. hasEstimates ? ["Estimate", MostTrials] : Array.Empty<string>()]);
        foreach (OperatingCharacteristic power in rows.Where(row => row.Measure == Measures.Power))
        {
            OperatingCharacteristic? estimate = rows.FirstOrDefault(row => row.Analysis == power.Analysis && row.Arm == power.Arm && IsComparisonEstimate(row));
            string shown = estimate is null ? "" : $"{NameOf(estimate.Measure)} {FigureText.Of(estimate)}";
            string range = estimate is null ? "" : FigureText.Range(rows, estimate);
            table.Add([power.Analysis, power.Endpoint, ArmsOf(power), UnadjustedTests.Contains(power, all) ? UnadjustedTests.Word : FigureText.WithInterval(power), .. hasEstimates ? [shown, range] : Array.Empty<string>()]);
        }

        return table;
    }

    private static TextTable ArmsOf(IReadOnlyList<string> arms, OperatingCharacteristic[] rows)
    {
        (string Measure, string Analysis, string Heading)[] figures =
        [
            .. rows.Where(row => row.Arm.Length > 0 && FigureOfArm(row.Measure).Length > 0)
                .Select(row => (row.Measure, row.Analysis, $"{FigureOfArm(row.Measure)} {row.Analysis}"))
                .Distinct(),
        ];
        bool hasEvents = rows.Any(row => row.Measure == Measures.Events);
        bool hasMedians = rows.Any(row => row.Measure == Measures.MedianSurvival);
        bool hasTrueMedians = rows.Any(row => row.Measure == Measures.TrueMedian);
        TextTable table = new(
            ["Endpoint", "Arm"],
            ["Patients", .. hasEvents ? ["Events"] : Array.Empty<string>(), .. hasMedians ? ["Median (months)", MostTrials] : Array.Empty<string>(), .. hasTrueMedians ? ["In truth"] : Array.Empty<string>(), .. figures.Select(figure => figure.Heading)]);
        foreach (string endpoint in rows.Where(row => row.Measure == Measures.Patients && row.Endpoint.Length > 0).Select(row => row.Endpoint).Distinct())
        {
            foreach (string arm in arms)
            {
                OperatingCharacteristic[] own = [.. rows.Where(row => row.Endpoint == endpoint && row.Arm == arm)];
                table.Add(
                [
                    endpoint,
                    arm,
                    Cell(own, Measures.Patients),
                    .. hasEvents ? [Cell(own, Measures.Events)] : Array.Empty<string>(),
                    .. hasMedians ? [Cell(own, Measures.MedianSurvival), MedianRange(own)] : Array.Empty<string>(),
                    .. hasTrueMedians ? [Cell(own, Measures.TrueMedian)] : Array.Empty<string>(),
                    .. figures.Select(figure => Cell([.. own.Where(row => row.Analysis == figure.Analysis)], figure.Measure)),
                ]);
            }
        }

        return table;
    }

    /// <summary>What analyses of shares and numbers show of each arm, and medians of groups of patients that come about after randomisation.</summary>
    private static TextTable FiguresOf(IReadOnlyList<string> arms, OperatingCharacteristic[] rows)
    {
        TextTable table = new(["Analysis", "Endpoint", "Arm or group"], ["Estimate", MostTrials]);
        foreach (OperatingCharacteristic row in rows.Where(row => FigureOf(row.Measure).Length > 0 || (row.Measure == Measures.MedianSurvival && IsOfGroup(arms, row))))
        {
            string name = row.Measure == Measures.MedianSurvival ? "median (months)" : FigureOf(row.Measure);
            table.Add([row.Analysis, row.Endpoint, row.Arm, $"{name} {FigureText.Of(row)}", FigureText.Range(rows, row)]);
        }

        return table;
    }

    private static bool IsOfGroup(IReadOnlyList<string> arms, OperatingCharacteristic row) => row.Arm.Length > 0 && !arms.Contains(row.Arm);

    /// <summary>What could not be estimated although its look took place, a sentence for each analysis and arm.</summary>
    private static IEnumerable<string> NotesOf(OperatingCharacteristic[] rows)
    {
        OperatingCharacteristic time = rows.First(row => row.Measure == Measures.LookTime);
        foreach (OperatingCharacteristic row in rows.Where(row => row.Analysis.Length > 0).DistinctBy(row => (row.Analysis, row.Arm)))
        {
            long count = row.NotEstimable - time.NotEstimable;
            if (count > 0)
            {
                string meaning = row.Measure == Measures.Power ? "counted as not rejected" : "left out of the mean" + (row.Measure == Measures.MedianSurvival ? ", which is then too short" : "");
                yield return string.Create(CultureInfo.InvariantCulture, $"{row.Analysis}, {ArmsOf(row)}: not estimable in {count:N0} replicate{(count == 1 ? "" : "s")}, {meaning}.");
            }
        }
    }

    private static OperatingCharacteristic ReachedOf(OperatingCharacteristic[] rows) => rows.First(row => row.Measure == Measures.LookReached);

    private static bool IsComparisonEstimate(OperatingCharacteristic row) => NameOf(row.Measure).Length > 0;

    private static string ArmsOf(OperatingCharacteristic row) => row.Arm.Length > 0 ? row.Arm : "all arms";

    private static string Cell(OperatingCharacteristic[] rows, string measure)
    {
        OperatingCharacteristic? row = rows.FirstOrDefault(row => row.Measure == measure);
        return row is null ? "" : FigureText.Of(row);
    }

    private static string MedianRange(OperatingCharacteristic[] own)
    {
        OperatingCharacteristic? median = own.FirstOrDefault(row => row.Measure == Measures.MedianSurvival);
        return median is null ? "" : FigureText.Range(own, median);
    }

    /// <summary>What stands before the estimate of a test; nothing for other measures.</summary>
    private static string NameOf(string measure) => measure switch
    {
        Measures.HazardRatio => "HR",
        Measures.MilestoneDifference => "difference",
        Measures.RestrictedMeanDifference => "months gained",
        Measures.RestrictedMeanRatio => "RMST ratio",
        Measures.ChiSquare => "chi-square",
        Measures.ProportionDifference => "difference",
        Measures.MeanDifference => "difference",
        Measures.EventRatio => "O/E",
        Measures.PosteriorProbability => "posterior",
        Measures.PredictiveProbability => "predictive",
        _ => "",
    };

    /// <summary>What stands over a figure of each arm that belongs to one analysis; nothing for other measures.</summary>
    private static string FigureOfArm(string measure) => measure switch
    {
        Measures.MilestoneSurvival => "Survival",
        Measures.RestrictedMean => "Months (RMST)",
        Measures.MedianFollowUp => "Months (follow-up)",
        _ => "",
    };

    /// <summary>What stands before a figure of an arm that has a line of its own; nothing for other measures.</summary>
    private static string FigureOf(string measure) => measure switch
    {
        Measures.Proportion => "share",
        Measures.CumulativeIncidence => "incidence",
        Measures.Mean => "mean",
        _ => "",
    };

    private static void WriteParagraph(TerminalStreams streams, string text)
    {
        foreach (string line in WordWrap.Lines(text, streams.OutWidth, ""))
        {
            streams.Out.WriteLine(line);
        }
    }
}
