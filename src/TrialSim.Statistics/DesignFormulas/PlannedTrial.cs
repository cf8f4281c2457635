using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>
/// A two-arm survival trial as its planners assume it, piecewise exponential: what is expected at an analysis on a trial day. Integrals are exact to
/// about 1e-13; with one piece they are gsDesign's <c>eEvents</c>, with several lrstat's and gsDesign2's <c>expected_event</c>.
/// </summary>
/// <param name="Accrual">Arrival of patients.</param>
/// <param name="Control">The control arm.</param>
/// <param name="Experimental">The experimental arm; its share and the other's sum to 1, or to less where other arms or strata share the accrual.</param>
public sealed record PlannedTrial(AccrualRates Accrual, PlannedArm Control, PlannedArm Experimental)
{
    // Sixteen points integrate exp(−2x) times a polynomial over [0, 1] to rounding.
    private const double HazardOfPanel = 2.0;

    /// <summary>Share of the two arms' patients who go into the experimental arm.</summary>
    public double ExperimentalShare => Experimental.Share / (Control.Share + Experimental.Share);

    /// <summary>Events expected in an arm by a trial day.</summary>
    /// <param name="arm">One of the two.</param>
    /// <param name="analysisDay">0 or above.</param>
    public double EventsIn(PlannedArm arm, double analysisDay) => new ExpectedEvents(Accrual, [arm]).By(Require.NonNegativeFinite(analysisDay));

    /// <summary>Events expected in both arms by a trial day.</summary>
    /// <param name="analysisDay">0 or above.</param>
    public double Events(double analysisDay) => EventsIn(Control, analysisDay) + EventsIn(Experimental, analysisDay);

    /// <summary>The trial day by which this many events are expected; +∞ when there will never be so many.</summary>
    /// <param name="events">Above 0.</param>
    public double DayOfEvents(double events) => new ExpectedEvents(Accrual, [Control, Experimental]).DayOf(events);

    /// <summary>Who is expected at risk, under which hazards, over patient days: the nodes of the integrals of tests and of Cox regression.</summary>
    /// <param name="analysisDay">Above 0.</param>
    public IReadOnlyList<RiskMoment> MomentsAt(double analysisDay)
    {
        List<RiskMoment> moments = [];
        foreach ((double day, double weight) in Nodes(0.0, analysisDay, analysisDay))
        {
            double arrived = Accrual.By(analysisDay - day);
            moments.Add(new RiskMoment(
                day,
                weight,
                Control.Share * Control.Observed(day) * arrived,
                Experimental.Share * Experimental.Observed(day) * arrived,
                Control.Event.At(day),
                Experimental.Event.At(day)));
        }

        return moments;
    }

    /// <summary>What the log-rank test is expected to show.</summary>
    /// <param name="analysisDay">Above 0.</param>
    public LogRankForecast LogRankAt(double analysisDay) => LogRankForecast.Of(MomentsAt(analysisDay));

    /// <summary>What Cox regression on the arm is expected to show.</summary>
    /// <param name="analysisDay">Above 0.</param>
    public CoxForecast CoxAt(double analysisDay) => CoxForecast.Of(MomentsAt(analysisDay));

    /// <summary>
    /// Patients for a power of the log-rank test, whatever the hazards: expected Z of <see cref="LogRankAt"/> grows with the root of the patients. Lakatos (1988).
    /// </summary>
    /// <param name="error">Error and power.</param>
    /// <param name="analysisDay">Above 0.</param>
    /// <returns>Infinitely many, and no events, when the test is expected to show nothing in favour of the experimental arm.</returns>
    public SurvivalSize LakatosSize(TestError error, double analysisDay)
    {
        LogRankForecast forecast = LogRankAt(analysisDay);
        if (forecast.Z <= 0.0)
        {
            return new SurvivalSize(double.PositiveInfinity, 0.0);
        }

        double factor = error.Drift / forecast.Z;
        return new SurvivalSize(factor * factor * Accrual.Patients, factor * factor * forecast.Events);
    }

    /// <summary>
    /// The average hazard ratio of effects that change, weighted by expected events, as in gsDesign2's <c>ahr</c>.
    /// </summary>
    /// <param name="analysisDay">Above 0.</param>
    /// <exception cref="ArgumentException">A piece has hazard in one arm and none in the other, so it has no hazard ratio.</exception>
    public AverageHazardRatio AverageHazardRatioAt(double analysisDay)
    {
        Require.PositiveFinite(analysisDay);

        // Pieces are those of the hazards: finer ones, at the bends of accrual, would be no more true and lower the information.
        SortedSet<double> starts = [.. Control.Event.StartDays, .. Experimental.Event.StartDays];
        double[] cuts = [.. starts.Where(start => start < analysisDay), analysisDay];
        double events = 0.0;
        double weightedLog = 0.0;
        double information = 0.0;
        for (int i = 1; i < cuts.Length; i++)
        {
            double control = EventsBetween(Control, cuts[i - 1], cuts[i], analysisDay);
            double experimental = EventsBetween(Experimental, cuts[i - 1], cuts[i], analysisDay);
            if (control == 0.0 && experimental == 0.0)
            {
                continue;
            }

            if (control == 0.0 || experimental == 0.0)
            {
                throw new ArgumentException($"Between days {cuts[i - 1]} and {cuts[i]} only one arm has a hazard. Give both one.", nameof(analysisDay));
            }

            events += control + experimental;
            weightedLog += (control + experimental) * Math.Log(Experimental.Event.At(cuts[i - 1]) / Control.Event.At(cuts[i - 1]));
            information += control * experimental / (control + experimental);
        }

        return events == 0.0
            ? new AverageHazardRatio(1.0, 0.0, 0.0, 0.0, NotEstimable.NoEvents)
            : new AverageHazardRatio(
                Math.Exp(weightedLog / events), events, events * ExperimentalShare * (1.0 - ExperimentalShare), information, NotEstimable.None);
    }

    /// <summary>
    /// Large-sample variance of one arm's Kaplan–Meier estimate at a patient day, Greenwood's integral over who is expected to be at risk.
    /// </summary>
    /// <param name="arm">One of the two.</param>
    /// <param name="day">Since randomisation, above 0 and below <paramref name="analysisDay"/>.</param>
    /// <param name="analysisDay">Trial day of the analysis.</param>
    public double MilestoneVariance(PlannedArm arm, double day, double analysisDay)
    {
        double survival = arm.Event.Survival(Require.PositiveFinite(day));
        return survival * survival * CumulativeHazardVariance(arm, day, analysisDay, _ => 1.0);
    }

    /// <summary>Large-sample variance of one arm's restricted mean survival time, ∫(∫ S)² dΛ/(at risk).</summary>
    /// <param name="arm">One of the two.</param>
    /// <param name="day">Restriction since randomisation, above 0 and below <paramref name="analysisDay"/>.</param>
    /// <param name="analysisDay">Trial day of the analysis.</param>
    public double RestrictedMeanVariance(PlannedArm arm, double day, double analysisDay)
    {
        double whole = RestrictedMean(arm, day);
        return CumulativeHazardVariance(arm, day, analysisDay, s => Math.Pow(whole - RestrictedMean(arm, s), 2.0));
    }

    /// <summary>Restricted mean survival time of an arm in days.</summary>
    /// <param name="arm">One of the two.</param>
    /// <param name="day">Restriction since randomisation, 0 or above.</param>
    public double RestrictedMean(PlannedArm arm, double day) => day == 0.0 ? 0.0 : Integrate(day, arm.Event.Survival);

    private double CumulativeHazardVariance(PlannedArm arm, double day, double analysisDay, Func<double, double> weight)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(day, analysisDay);

        // Accrual bends where the analysis looks back on the start of one of its pieces.
        return Integrate(
            0.0,
            day,
            s => weight(s) * arm.Event.At(s) / (arm.Share * Accrual.By(analysisDay - s) * arm.Dropout.Survival(s) * arm.Event.Survival(s)),
            analysisDay);
    }

    private double EventsBetween(PlannedArm arm, double from, double to, double analysisDay) =>
        Integrate(from, to, s => arm.Share * Accrual.By(analysisDay - s) * arm.Event.At(s) * arm.Observed(s), analysisDay);

    private double Integrate(double to, Func<double, double> function) => Integrate(0.0, to, function, to);

    private double Integrate(double from, double to, Func<double, double> function, double analysisDay)
    {
        double sum = 0.0;
        foreach ((double day, double weight) in Nodes(from, to, analysisDay))
        {
            sum += weight * function(day);
        }

        return sum;
    }

    private IEnumerable<(double Day, double Weight)> Nodes(double from, double to, double analysisDay)
    {
        double[] cuts = [from, .. Cuts(analysisDay).Where(cut => cut > from && cut < to), to];
        for (int i = 1; i < cuts.Length; i++)
        {
            (double[] days, double[] weights) = GaussLegendre.Between(cuts[i - 1], cuts[i], NarrowestBetween(cuts[i - 1], cuts[i]));
            for (int node = 0; node < days.Length; node++)
            {
                yield return (days[node], weights[node]);
            }
        }
    }

    private double NarrowestBetween(double from, double to)
    {
        double middle = 0.5 * (from + to);
        double hazard = Math.Max(Control.Event.At(middle), Experimental.Event.At(middle))
            + Math.Max(Control.Dropout.At(middle), Experimental.Dropout.At(middle));
        double width = Math.Max(HazardOfPanel / Math.Max(hazard, double.Epsilon), (to - from) / 4096.0);
        return Math.Min(width, to - from) / GaussLegendre.PanelWidth;
    }

    private double[] Cuts(double analysisDay)
    {
        Require.NonNegativeFinite(analysisDay);
        SortedSet<double> cuts = [0.0, analysisDay, .. Control.Event.StartDays, .. Experimental.Event.StartDays];
        cuts.UnionWith(Control.Dropout.StartDays.ToArray());
        cuts.UnionWith(Experimental.Dropout.StartDays.ToArray());
        cuts.UnionWith(Accrual.StartDays.ToArray().Append(Accrual.EndDay).Select(start => analysisDay - start));
        return [.. cuts.Where(cut => cut >= 0.0 && cut <= analysisDay)];
    }
}
