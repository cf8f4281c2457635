using System.CommandLine;
using System.Globalization;
using TrialSim.Cli.Analysis;
using TrialSim.Cli.Analysis.Survival;
using TrialSim.Cli.Commands.Analyze;
using TrialSim.Cli.Fitting;
using TrialSim.Cli.Terminal;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Reconstruction;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim fit</c>: hazards of a scenario from patient data, a published curve or the figures of a report.</summary>
internal static class FitCommand
{
    private const int MostPatients = 10_000_000;

    /// <summary>The command.</summary>
    /// <param name="streams">Where to print.</param>
    public static Command Build(TerminalStreams streams)
    {
        FitOptions options = new();
        Command command = new("fit", "Find hazards for a scenario: from patient data, a published curve or the figures of a report.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            int group = options.GroupOf(parsed);
            FitUnit unit = FitUnit.Of(parsed.GetValue(options.Unit) ?? "months");
            switch (group)
            {
                case 0:
                    FitPatients(streams, options, parsed, unit);
                    break;
                case 1:
                    FitCurve(streams, options, parsed, unit);
                    break;
                case 2:
                    FitFigures(streams, options, parsed, unit);
                    break;
                default:
                    FitTwoArms(streams, options, parsed, unit);
                    break;
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void FitPatients(TerminalStreams streams, FitOptions options, ParseResult parsed, FitUnit unit)
    {
        SurvivalEndpoint endpoint = new()
        {
            Time = FitOptions.Required(parsed, options.Time),
            Event = FitOptions.Required(parsed, options.Event),
            EventLevel = parsed.GetValue(options.EventLevel) ?? "",
            EventOfInterest = parsed.GetValue(options.Interest) ?? "",
            CensoredLevel = parsed.GetValue(options.Censored) ?? "",
            TimeUnit = unit.Name,
        };
        AnalysisRequest request = new()
        {
            File = parsed.GetValue(options.File)!,
            Endpoint = endpoint,
            Arm = parsed.GetValue(options.Arm) ?? "",
        };
        double[] cuts = CutsOf(options, parsed);
        AnalyzeCommand.CheckFile(request.File);
        SurvivalData data = SurvivalReader.Read(request, endpoint);
        foreach (string sentence in data.Description)
        {
            FitPrinter.Paragraph(streams, sentence);
        }

        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            SurvivalRows sample = data.Sample.Where(row => data.Sample.Arms[row] == arm);
            FitPrinter.Print(streams, FamilyFit.AllOf(request.Arm.Length == 0 ? "" : data.Arms[arm], sample.Times, sample.HasEvent, cuts), unit);
        }
    }

    private static void FitCurve(TerminalStreams streams, FitOptions options, ParseResult parsed, FitUnit unit)
    {
        string points = FitOptions.Required(parsed, options.Points);
        string atRisk = FitOptions.Required(parsed, options.AtRisk);
        double[] cuts = CutsOf(options, parsed);
        AnalyzeCommand.CheckFile(points);
        AnalyzeCommand.CheckFile(atRisk);
        ReconstructedPatients patients = PublishedCurve.Read(points, atRisk, (int?)parsed.GetValue(options.Events));
        string deviation = patients.LargestDeviation.ToString("0.0000", CultureInfo.InvariantCulture);
        FitPrinter.Paragraph(
            streams,
            $"Reconstructed after Guyot: {patients.Days.Length} patients, {patients.Events} events. Their curve is at most {deviation} from the points.");
        FitPrinter.Print(streams, FamilyFit.AllOf("", patients.Days, patients.HasEvent, cuts), unit);
    }

    private static void FitFigures(TerminalStreams streams, FitOptions options, ParseResult parsed, FitUnit unit)
    {
        List<SurvivalPoint> points = [.. (parsed.GetValue(options.Quantiles) ?? []).Select(text => SummaryFigures.PointOf("--quantile", text, unit))];
        if (parsed.GetValue(options.Median) is string median)
        {
            points.Add(SurvivalPoint.Median(SummaryFigures.TimeOf("--median", median, unit)));
        }

        if (parsed.GetValue(options.Survival) is string survival)
        {
            points.Add(SummaryFigures.PointOf("--survival", survival, unit));
        }

        if (points.Count != 2)
        {
            throw new UserInputException($"There {(points.Count == 1 ? "is 1 point" : $"are {points.Count} points")} of the curve. Give two: --median and --survival, or --quantile twice.");
        }

        string family = parsed.GetValue(options.Family) ?? "weibull";
        Hazard hazard = SummaryFigures.Through(family, points[0], points[1]);
        string yaml = HazardYaml.Of(hazard, unit)
            ?? throw new UserInputException($"--family: the {family} hazard through these points is too extreme for a scenario. Write another family or points further apart.");
        streams.Out.WriteLine($"hazard: {yaml}");
    }

    private static void FitTwoArms(TerminalStreams streams, FitOptions options, ParseResult parsed, FitUnit unit)
    {
        double[] medians = [.. Two("--medians", FitOptions.Required(parsed, options.Medians)).Select(text => SummaryFigures.TimeOf("--medians", text, unit))];
        double[] chiSquare = FitOptions.Numbers("--chi-square", FitOptions.Required(parsed, options.ChiSquare));
        double[] sizes = FitOptions.Numbers("--sizes", string.Join(',', Two("--sizes", FitOptions.Required(parsed, options.Sizes))));
        double followUp = SummaryFigures.TimeOf("--follow-up", FitOptions.Required(parsed, options.FollowUp), unit);
        double accrual = parsed.GetValue(options.Accrual) is string text ? SummaryFigures.TimeOf("--accrual", text, unit) : 0;
        if (chiSquare.Length != 1)
        {
            throw new UserInputException("--chi-square takes one number. Write one, such as --chi-square 4.863.");
        }

        if (sizes.Any(size => size != Math.Floor(size) || size > MostPatients))
        {
            throw new UserInputException($"--sizes: write two whole numbers from 1 to {MostPatients}, such as --sizes 53,54.");
        }

        TwoArmFit fit = ProportionalWeibull.Fit(new TwoArmFigures(medians[1], medians[0], chiSquare[0], (int)sizes[1], (int)sizes[0], followUp, accrual));
        string? experimental = HazardYaml.Of(fit.Experimental, unit);
        string? control = HazardYaml.Of(fit.Control, unit);
        if (!fit.IsEstimable || experimental is null || control is null)
        {
            throw new UserInputException("--chi-square: no pair of Weibulls of one shape has these medians and this chi-square. Check --medians, --chi-square, --sizes and --follow-up.");
        }

        FitPrinter.Paragraph(
            streams,
            $"Weibulls of one shape, {AnalysisText.Number(fit.Control.Shape)}: hazard ratio {AnalysisText.Number(fit.HazardRatio)}, "
            + $"expected events {fit.ExpectedEventsExperimental.ToString("0.0", CultureInfo.InvariantCulture)} and {fit.ExpectedEventsControl.ToString("0.0", CultureInfo.InvariantCulture)}. "
            + "Put the names of your arms for experimental and control.");
        streams.Out.WriteLine();
        streams.Out.WriteLine("hazard:");
        streams.Out.WriteLine("  by_arm:");
        streams.Out.WriteLine($"    experimental: {experimental}");
        streams.Out.WriteLine($"    control: {control}");
    }

    private static double[] CutsOf(FitOptions options, ParseResult parsed) =>
        [.. FitOptions.Numbers("--cuts", parsed.GetValue(options.Cuts)).Distinct().Order()];

    private static string[] Two(string name, string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 2
            ? parts
            : throw new UserInputException($"{name}: '{text}' is not a pair. Write the experimental arm's, a comma and the control's.");
    }
}
