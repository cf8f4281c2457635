using System.Globalization;
using TrialSim.Charts;
using TrialSim.Cli.Analysis;
using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Reconstruction;

namespace TrialSim.Cli.Fitting;

/// <summary>Proportional Weibulls behind two medians and a log-rank chi-square.</summary>
internal static class TwoArmFigureFit
{
    private const string Experimental = "experimental";
    private const string Control = "control";

    /// <summary>What was found.</summary>
    /// <exception cref="UserInputException">No Weibulls have these figures.</exception>
    public static FitOutcome Of(TwoArmFigures figures, FitUnit unit)
    {
        TwoArmFit fit = ProportionalWeibull.Fit(figures);
        string? experimental = HazardYaml.Of(fit.Experimental, unit);
        string? control = HazardYaml.Of(fit.Control, unit);
        if (!fit.IsEstimable || experimental is null || control is null)
        {
            throw new UserInputException("--chi-square: no pair of Weibulls of one shape has these medians and this chi-square. Check --medians, --chi-square, --sizes and --follow-up.");
        }

        FamilyCurve[] curves =
        [
            new(Experimental, fit.Experimental, 0.0, $"median {AnalysisText.Time(figures.MedianDaysExperimental)}"),
            new(Control, fit.Control, 0.0, $"median {AnalysisText.Time(figures.MedianDaysControl)}"),
        ];
        double last = figures.ShortestFollowUpDays + figures.AccrualDays;
        ChartTable table = new(
            ["Arm", "Patients", $"Median ({unit.Name})", $"Scale ({unit.Name})", "Shape", "Expected events", $"At {Number(figures.ShortestFollowUpDays)}"],
            [
                Row(Experimental, figures.PatientsExperimental, fit.Experimental, fit.ExpectedEventsExperimental, figures.ShortestFollowUpDays),
                Row(Control, figures.PatientsControl, fit.Control, fit.ExpectedEventsControl, figures.ShortestFollowUpDays),
            ]);
        FittedArm pair = new(
            "Weibulls of one shape",
            new MethodTable("Weibulls of one shape", 1, table),
            [.. Assumptions(figures, fit, unit)],
            [],
            FittedCurvesBuilder.Of(
                "",
                ObservedKind.Figures,
                "The medians",
                [.. new[] { figures.MedianDaysControl, figures.MedianDaysExperimental }.Order().Select(median => new ObservedPoint(median, 0.5, 0.5, 0.5, 0))],
                curves,
                last,
                last * (1 + FittedCurvesBuilder.Extrapolation)));
        string[] blocks =
        [
            .. HazardBlocks.ByArm([(Experimental, experimental), (Control, control)]),
            "",
            "# Or the control's hazard and the hazard ratio. The first line is for the event; effects stand beside events under truth.",
            $"hazard: {control}",
            "effects:",
            HazardBlocks.Effect(Experimental, fit.HazardRatio),
        ];
        string title = $"Medians {Number(figures.MedianDaysExperimental)} and {Number(figures.MedianDaysControl)} {unit.Name}, chi-square {Number(figures.ChiSquare)}";
        return new FitOutcome(
            title,
            [],
            [
                $"Weibulls of one shape, {AnalysisText.Number(fit.Control.Shape)}: hazard ratio {AnalysisText.Number(fit.HazardRatio)}, "
                + $"expected events {Events(fit.ExpectedEventsExperimental)} and {Events(fit.ExpectedEventsControl)}. Put the names of your arms for experimental and control.",
            ],
            [],
            [pair],
            blocks,
            [],
            []);
    }

    private static IEnumerable<string> Assumptions(TwoArmFigures figures, TwoArmFit fit, FitUnit unit)
    {
        yield return "Assumed: hazards proportional and of Weibull's form, one shape for both arms, so that the three figures determine three parameters.";
        yield return figures.AccrualDays == 0.0
            ? $"Assumed: everybody was followed for {Number(figures.ShortestFollowUpDays)} {unit.Name}, and nobody was lost before. Had some been, the same chi-square from fewer events would mean a larger effect."
            : $"Assumed: an even accrual over {Number(figures.AccrualDays)} {unit.Name}, the last patient followed for {Number(figures.ShortestFollowUpDays)} {unit.Name}, and nobody lost.";

        // The statistic of a trial is about normal around the square root of the reported chi-square, with variance 1.
        double centre = Math.Sqrt(figures.ChiSquare);
        double power = Normal.UpperTail(Normal.TwoSidedCriticalValue(0.95) - centre);
        yield return $"The reported chi-square is taken for what such a trial shows at the middle: half of the trials simulated with these hazards show more, half less, their mean is about 1 more, "
            + $"and some {(100 * power).ToString("0", CultureInfo.InvariantCulture)} % have p < 0.05 in favour of experimental. A result that was published because it was significant is likely to be too good: take a smaller effect too.";
        if (fit.HazardRatio > 1)
        {
            yield return "The experimental arm is the worse one here: --medians and --sizes take its figure first.";
        }
    }

    private static IReadOnlyList<string> Row(string arm, int patients, Statistics.Hazards.WeibullHazard hazard, double events, double followUp) =>
    [
        arm,
        patients.ToString(CultureInfo.InvariantCulture),
        AnalysisText.Time(Math.Round(hazard.MedianDays, 4)),
        AnalysisText.Number(hazard.ScaleDays),
        AnalysisText.Number(hazard.Shape),
        Events(events),
        hazard.Survival(followUp).ToString("0.000", CultureInfo.InvariantCulture),
    ];

    private static string Events(double events) => events.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
