using TrialSim.Statistics.Hazards;

namespace TrialSim.Statistics.Reconstruction;

/// <summary>
/// Proportional-hazards Weibulls from two medians and a log-rank chi-square. The medians give the scales for a shape; the hazard ratio
/// (median control/median experimental)^shape, and with it the chi-square, rise with the shape, which is solved for.
/// </summary>
public static class ProportionalWeibull
{
    private const double SmallestShape = 0.05;
    private const double LargestShape = 50.0;

    // Of the integral over the follow-up, each a Gauss–Legendre rule of five points.
    private const int Panels = 200;

    private static readonly double[] Nodes =
        [-0.90617984593866399280, -0.53846931010568309104, 0.0, 0.53846931010568309104, 0.90617984593866399280];

    private static readonly double[] Weights =
        [0.23692688505618908751, 0.47862867049936646804, 0.56888888888888888889, 0.47862867049936646804, 0.23692688505618908751];

    /// <summary>The curves.</summary>
    /// <param name="figures">What is reported.</param>
    public static TwoArmFit Fit(TwoArmFigures figures)
    {
        if (!(ChiSquareAt(figures, SmallestShape) < figures.ChiSquare)
            || figures.ShortestFollowUpDays + figures.AccrualDays == 0.0
            || figures.MedianDaysControl == figures.MedianDaysExperimental)
        {
            return Describe(figures, 1.0, NotEstimable.NotReached);
        }

        // Upwards from small shapes to the first that is large enough: with very steep curves all events come before the end of the
        // follow-up and the figure rises no more.
        double high = SmallestShape;
        while (ChiSquareAt(figures, high) < figures.ChiSquare)
        {
            if (high >= LargestShape)
            {
                return Describe(figures, 1.0, NotEstimable.NotReached);
            }

            high *= 1.25;
        }

        double low = high / 1.25;
        for (int i = 0; i < 100 && high - low > 1e-14 * high; i++)
        {
            double middle = 0.5 * (low + high);
            bool isBelow = ChiSquareAt(figures, middle) < figures.ChiSquare;
            low = isBelow ? middle : low;
            high = isBelow ? high : middle;
        }

        return Describe(figures, 0.5 * (low + high), NotEstimable.None);
    }

    private static TwoArmFit Describe(TwoArmFigures figures, double shape, NotEstimable reason)
    {
        WeibullHazard control = WeibullHazard.FromMedian(figures.MedianDaysControl, shape);
        WeibullHazard experimental = WeibullHazard.FromMedian(figures.MedianDaysExperimental, shape);
        (double score, double variance, double eventsControl, double eventsExperimental) = Expect(figures, control, experimental);
        double chiSquare = variance > 0.0 ? score * score / variance : 0.0;
        return new TwoArmFit(control, experimental, chiSquare, eventsControl, eventsExperimental, reason);
    }

    private static double ChiSquareAt(TwoArmFigures figures, double shape) => Describe(figures, shape, NotEstimable.None).ExpectedChiSquare;

    /// <summary>
    /// With a and b expected at risk and hazards h and g: score ∫ab/(a + b)·(h − g), variance ∫ab/(a + b)²·(ah + bg), events ∫ah and ∫bg.
    /// </summary>
    private static (double Score, double Variance, double EventsControl, double EventsExperimental) Expect(
        TwoArmFigures figures, WeibullHazard control, WeibullHazard experimental)
    {
        double score = 0.0;
        double variance = 0.0;
        double eventsControl = 0.0;
        double eventsExperimental = 0.0;
        double end = figures.ShortestFollowUpDays + figures.AccrualDays;

        // In the cumulative hazard of the control there is no peak at day 0, whatever the shape; beyond 40 nobody is left. Where
        // administrative censoring sets in there is a kink, so the two sides are integrated apart.
        double ratio = experimental.Cumulative(end) / control.Cumulative(end);
        double kink = Math.Min(control.Cumulative(figures.ShortestFollowUpDays), 40.0);
        double last = Math.Min(control.Cumulative(end), 40.0);
        for (int panel = 0; panel < 2 * Panels; panel++)
        {
            double width = (panel < Panels ? kink : last - kink) / Panels;
            double start = panel < Panels ? panel * width : kink + ((panel - Panels) * width);
            for (int node = 0; node < Nodes.Length; node++)
            {
                double cumulative = start + (width * (0.5 + (0.5 * Nodes[node])));
                double step = 0.5 * width * Weights[node];
                double followed = panel < Panels ? 1.0 : Followed(figures, control.DayOf(cumulative));
                double atRiskControl = figures.PatientsControl * followed * Math.Exp(-cumulative);
                double atRiskExperimental = figures.PatientsExperimental * followed * Math.Exp(-cumulative * ratio);
                double all = atRiskControl + atRiskExperimental;
                if (all > 0.0)
                {
                    double share = atRiskExperimental / all;
                    score += step * atRiskControl * share * (1.0 - ratio);
                    variance += step * share * (1.0 - share) * (atRiskControl + (atRiskExperimental * ratio));
                    eventsControl += step * atRiskControl;
                    eventsExperimental += step * atRiskExperimental * ratio;
                }
            }
        }

        return (score, variance, eventsControl, eventsExperimental);
    }

    private static double Followed(TwoArmFigures figures, double day) =>
        figures.AccrualDays == 0.0 ? 0.0
            : Math.Clamp((figures.ShortestFollowUpDays + figures.AccrualDays - day) / figures.AccrualDays, 0.0, 1.0);
}
