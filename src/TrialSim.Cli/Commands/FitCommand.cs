using System.CommandLine;
using TrialSim.Cli.Analysis;
using TrialSim.Cli.Analysis.IntervalCensored;
using TrialSim.Cli.Analysis.Survival;
using TrialSim.Cli.Commands.Analyze;
using TrialSim.Cli.Fitting;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Folder;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Reconstruction;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim fit</c>: hazards of a scenario from patient data, a published curve or the figures of a report.</summary>
internal static class FitCommand
{
    private const int MaxPatients = 10_000_000;

    /// <summary>The command.</summary>
    /// <param name="streams">Where to print.</param>
    /// <param name="args">The whole command line, kept with the results.</param>
    public static Command Build(TerminalStreams streams, string[] args)
    {
        FitOptions options = new();
        Command command = new("fit", "Find hazards for a scenario: from patient data, a published curve or the figures of a report.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            int group = options.GroupOf(parsed);
            FitUnit unit = FitUnit.Of(parsed.GetValue(options.Unit) ?? "months");
            string? output = parsed.GetValue(options.Output);
            Func<FitOutcome> fit = group switch
            {
                0 => () => FitPatients(options, parsed, unit, streams),
                1 => () => FitCurve(options, parsed, unit, streams),
                2 => () => FitFigures(options, parsed, unit),
                _ => () => FitTwoArms(options, parsed, unit),
            };
            using ResultsDraft? draft = output is null ? null : ResultsDraft.Open(output);
            FitOutcome outcome = fit();
            FitPrinter.Print(streams, outcome, unit);
            if (draft is not null)
            {
                FitFolder.Write(draft, outcome, unit, args);
                streams.Out.WriteLine();
                streams.Out.WriteLine($"Report: {Path.Combine(output!, ResultsFiles.Report)}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static FitOutcome FitPatients(FitOptions options, ParseResult parsed, FitUnit unit, TerminalStreams streams)
    {
        double[] cuts = CutsOf(options, parsed);
        bool isInterval = parsed.GetValue(options.Lower) is not null || parsed.GetValue(options.Upper) is not null;
        AnalysisEndpoint endpoint = isInterval
            ? new IntervalEndpoint
            {
                Lower = FitOptions.Required(parsed, options.Lower),
                Upper = FitOptions.Required(parsed, options.Upper),
                Start = parsed.GetValue(options.Start) ?? "",
                TimeUnit = unit.Name,
            }
            : new SurvivalEndpoint
            {
                Time = FitOptions.Required(parsed, options.Time),
                Event = FitOptions.Required(parsed, options.Event),
                Start = parsed.GetValue(options.Start) ?? "",
                EventLevel = parsed.GetValue(options.EventLevel) ?? "",
                EventOfInterest = parsed.GetValue(options.Interest) ?? "",
                CensoredLevel = parsed.GetValue(options.Censored) ?? "",
                TimeUnit = unit.Name,
            };
        if (isInterval && options.EventOptions.FirstOrDefault(option => parsed.GetValue(option) is not null) is FitOption stranger)
        {
            throw new UserInputException($"{stranger.Name} does not go with --lower and --upper, which say themselves how each time ended. Leave one of them out.");
        }

        if (parsed.GetValue(options.EventLevel) is not null && parsed.GetValue(options.Interest) is not null)
        {
            throw new UserInputException("--event-level and --event-of-interest name the event twice. Give --event-of-interest where other levels compete, and --event-level where they are censored.");
        }

        AnalysisRequest request = new() { File = parsed.GetValue(options.File)!, Endpoint = endpoint, Arm = parsed.GetValue(options.Arm) ?? "", Control = parsed.GetValue(options.Control) ?? "" };
        AnalyzeCommand.CheckFile(request.File, parsed.GetValue(options.Output));
        using PipeNotice notice = new(request.File, streams);
        return endpoint is IntervalEndpoint intervals
            ? PatientDataFit.Of(request, intervals, cuts, unit)
            : PatientDataFit.Of(request, (SurvivalEndpoint)endpoint, cuts, unit);
    }

    private static FitOutcome FitCurve(FitOptions options, ParseResult parsed, FitUnit unit, TerminalStreams streams)
    {
        string points = FitOptions.Required(parsed, options.Points);
        string atRisk = parsed.GetValue(options.AtRisk) ?? "";
        int? patients = (int?)parsed.GetValue(options.Patients);
        if (atRisk.Length == 0 && patients is null)
        {
            throw new UserInputException("--at-risk is missing. Add --at-risk <file>; where no numbers at risk are printed, --patients <number> and, if reported, --events <number>.");
        }

        if (atRisk.Length > 0 && patients is not null)
        {
            throw new UserInputException("--patients does not go with --at-risk, whose first row says it. Leave one of them out.");
        }

        double[] cuts = CutsOf(options, parsed);
        AnalyzeCommand.CheckFile(points, parsed.GetValue(options.Output));
        if (atRisk.Length > 0)
        {
            AnalyzeCommand.CheckFile(atRisk, parsed.GetValue(options.Output));
        }

        using PipeNotice curve = new(points, streams);
        using PipeNotice? numbers = atRisk.Length > 0 ? new(atRisk, streams) : null;

        return PublishedCurveFit.Of(points, atRisk, patients ?? 0, (int?)parsed.GetValue(options.Events), cuts, unit);
    }

    private static FitOutcome FitFigures(FitOptions options, ParseResult parsed, FitUnit unit)
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

        return SummaryFigureFit.Of(points, parsed.GetValue(options.Family) is string family ? [family] : SummaryFigures.Names, unit);
    }

    private static FitOutcome FitTwoArms(FitOptions options, ParseResult parsed, FitUnit unit)
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

        if (sizes.Any(size => size != Math.Floor(size) || size > MaxPatients))
        {
            throw new UserInputException($"--sizes: write two whole numbers from 1 to {MaxPatients}, such as --sizes 53,54.");
        }

        return TwoArmFigureFit.Of(new TwoArmFigures(medians[1], medians[0], chiSquare[0], (int)sizes[1], (int)sizes[0], followUp, accrual), unit);
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
