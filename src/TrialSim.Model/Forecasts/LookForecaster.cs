using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using TrialSim.Statistics;
using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Survival;

namespace TrialSim.Model.Forecasts;

/// <summary>Foretells what a look shows of one endpoint.</summary>
/// <param name="Design">The design.</param>
/// <param name="Rates">Arrivals.</param>
/// <param name="Courses">How the endpoint runs.</param>
/// <param name="Look">Index of the look.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Day">Trial day of the look.</param>
internal sealed record LookForecaster(TrialDesign Design, AccrualRates Rates, EndpointCourses Courses, int Look, int Endpoint, double Day)
{
    private const int None = Forecast.None;

    // A log-rank test and Cox regression of the same arms stand on the same integral.
    private readonly Dictionary<(Comparison Compare, string Strata), ImmutableArray<IReadOnlyList<RiskMoment>>> _moments = [];

    /// <summary>Adds the figures, and what has no formula.</summary>
    /// <param name="figures">Receives the figures.</param>
    /// <param name="gaps">Receives the rest.</param>
    /// <param name="prognostic">Indices of the covariates that change the endpoint's hazards.</param>
    /// <param name="covariates">All covariates, for their names.</param>
    public void Foretell(List<Forecast> figures, List<ForecastGap> gaps, ImmutableArray<int> prognostic, ImmutableArray<Covariate> covariates)
    {
        figures.AddRange(Courses.Arms.Select((course, arm) =>
            Figure(None, arm, None, ForecastMeasure.Events, ForecastMethod.ExpectedEvents, new ExpectedEvents(Rates, [course]).By(Day))));
        figures.Add(Figure(None, None, None, ForecastMeasure.Events, ForecastMethod.ExpectedEvents, new ExpectedEvents(Rates, Courses.Arms).By(Day)));
        for (int index = 0; index < Design.Analyses.Length; index++)
        {
            if (Design.Analyses[index].Endpoint == Endpoint && Design.Analyses[index].Looks.Contains(Look))
            {
                Foretell(index, figures, gaps, strata => Strain(strata, prognostic, covariates));
            }
        }
    }

    private void Foretell(int index, List<Forecast> figures, List<ForecastGap> gaps, Func<Stratification, string> strain)
    {
        switch (Design.Analyses[index])
        {
            case { FollowedForDays: > 0.0 }:
                gaps.Add(new ForecastGap(Look, Endpoint, index, None, "it leaves out patients who were randomised shortly before; the formulas count all."));
                break;
            case LogRankAnalysis { NullHazardRatio: not 1.0 } or CoxAnalysis { NullHazardRatio: not 1.0 }:
                gaps.Add(new ForecastGap(Look, Endpoint, index, None, "none is built in for a margin."));
                break;
            case LogRankAnalysis { Strata: { HasSite: true } } or CoxAnalysis { Strata: { HasSite: true } }:
                gaps.Add(new ForecastGap(Look, Endpoint, index, None, "it is stratified by site, and the formulas know strata of covariates."));
                break;
            case LogRankAnalysis logRank:
                AddLogRank(index, logRank, figures, gaps, strain(logRank.Strata));
                break;
            case CoxAnalysis cox:
                AddCox(index, cox, figures, gaps, strain(cox.Strata));
                break;
            case KaplanMeierMedianAnalysis median:
                AddMedians(index, median, figures, gaps);
                break;
            case MilestoneAnalysis milestone:
                AddMilestone(index, milestone, figures, gaps);
                break;
            case RestrictedMeanAnalysis restrictedMean:
                AddRestrictedMean(index, restrictedMean, figures, gaps);
                break;
            default:
                gaps.Add(new ForecastGap(Look, Endpoint, index, None, "none is built in for this method."));
                break;
        }
    }

    private void AddLogRank(int index, LogRankAnalysis analysis, List<Forecast> figures, List<ForecastGap> gaps, string note)
    {
        ImmutableArray<IReadOnlyList<RiskMoment>> strata = MomentsOf(analysis.Compare, analysis.Strata);
        LogRankForecast forecast = LogRankForecast.Of(strata, analysis.Weight);
        if (forecast.Reason != NotEstimable.None)
        {
            gaps.Add(new ForecastGap(Look, Endpoint, index, None, "no events are expected by this look."));
            return;
        }

        figures.Add(Test(index, analysis.Compare, ForecastMeasure.Power, ForecastMethod.Lakatos, analysis.Criterion.PowerAt(forecast.Z), note));
        if (analysis.Weight == RankWeight.Constant)
        {
            AddSchoenfeld(index, analysis.Compare, analysis.Criterion, [.. strata.SelectMany(moments => moments)], figures, note);
        }

        figures.Add(Test(index, analysis.Compare, ForecastMeasure.MeanZ, ForecastMethod.Lakatos, forecast.Z, note));
    }

    private void AddCox(int index, CoxAnalysis analysis, List<Forecast> figures, List<ForecastGap> gaps, string note)
    {
        IReadOnlyList<RiskMoment> moments = [.. MomentsOf(analysis.Compare, analysis.Strata).SelectMany(stratum => stratum)];
        CoxForecast forecast = CoxForecast.Of(moments);
        if (forecast.Reason != NotEstimable.None)
        {
            gaps.Add(new ForecastGap(Look, Endpoint, index, None, "an arm is expected to have no events by this look."));
            return;
        }

        figures.Add(Test(index, analysis.Compare, ForecastMeasure.Power, ForecastMethod.Wald, analysis.Criterion.PowerAt(forecast.Z), note));
        AddSchoenfeld(index, analysis.Compare, analysis.Criterion, moments, figures, note);
        figures.Add(Test(index, analysis.Compare, ForecastMeasure.HazardRatio, ForecastMethod.Wald, forecast.HazardRatio, note));
    }

    private void AddSchoenfeld(
        int index, Comparison compare, RejectionCriterion criterion, IReadOnlyList<RiskMoment> moments, List<Forecast> figures, string note)
    {
        if (ComparisonForecast.IsProportional(moments, out double hazardRatio))
        {
            double events = moments.Sum(moment => moment.ControlEvents + moment.ExperimentalEvents);
            double experimental = Design.Allocation.Ratio[compare.Experimental];
            double share = experimental / (experimental + Design.Allocation.Ratio[compare.Control]);
            double meanZ = -Math.Log(hazardRatio) * Math.Sqrt(events * share * (1.0 - share));
            figures.Add(Test(index, compare, ForecastMeasure.Power, ForecastMethod.Schoenfeld, criterion.PowerAt(meanZ), note));
            if (Design.Arms.Length == 2 && hazardRatio != 1.0)
            {
                ProportionalTrial trial = new(Rates, Courses.Arms[compare.Control], hazardRatio, Day);
                figures.Add(Test(index, compare, ForecastMeasure.Power, ForecastMethod.LachinFoulkes, trial.LachinFoulkesPower(Rates.By(Day), criterion.OneSidedAlpha), note));
            }
        }
    }

    private ImmutableArray<IReadOnlyList<RiskMoment>> MomentsOf(Comparison compare, Stratification strata)
    {
        (Comparison, string) key = (compare, string.Join(',', strata.Factors.Select(factor => factor.Covariate)));
        if (!_moments.TryGetValue(key, out ImmutableArray<IReadOnlyList<RiskMoment>> moments))
        {
            moments = ComparisonForecast.Of(Courses, Rates, compare, strata).MomentsAt(Day);
            _moments.Add(key, moments);
        }

        return moments;
    }

    private void AddMedians(int index, KaplanMeierMedianAnalysis analysis, List<Forecast> figures, List<ForecastGap> gaps)
    {
        foreach (int arm in analysis.Arms)
        {
            double median = Courses.Arms[arm].Event.MedianDays;
            if (median < Courses.FirstFineDay)
            {
                gaps.Add(new ForecastGap(Look, Endpoint, index, arm, FormattableString.Invariant($"half of the arm have the event within {Courses.FirstFineDay:G2} days, sooner than the formulas tell times apart.")));
            }
            else if (median < Math.Min(Day, Design.MaxFollowUpDays))
            {
                figures.Add(Figure(index, arm, None, ForecastMeasure.Median, ForecastMethod.Survival, median));
            }
            else
            {
                gaps.Add(new ForecastGap(Look, Endpoint, index, arm, "fewer than half of the arm have the event within the follow-up."));
            }
        }
    }

    private void AddMilestone(int index, MilestoneAnalysis analysis, List<Forecast> figures, List<ForecastGap> gaps)
    {
        if (analysis.Day >= Math.Min(Day, Design.MaxFollowUpDays))
        {
            gaps.Add(new ForecastGap(Look, Endpoint, index, None, "no patient is followed to the milestone."));
            return;
        }

        double Survival(int arm) => Courses.Arms[arm].Event.Survival(analysis.Day);
        figures.AddRange(analysis.Arms.Select(arm => Figure(index, arm, None, ForecastMeasure.MilestoneSurvival, ForecastMethod.Survival, Survival(arm))));
        foreach (Comparison pair in analysis.Compare)
        {
            PlannedTrial trial = ComparisonForecast.Of(Courses, Rates, pair, Stratification.None).Strata.Single();
            (double control, double experimental) = (Survival(pair.Control), Survival(pair.Experimental));
            double controlVariance = trial.MilestoneVariance(trial.Control, analysis.Day, Day);
            double experimentalVariance = trial.MilestoneVariance(trial.Experimental, analysis.Day, Day);
            double meanZ = analysis.Test == MilestoneTest.Plain
                ? (experimental - control) / Math.Sqrt(controlVariance + experimentalVariance)
                : (LogLog(control) - LogLog(experimental))
                    / Math.Sqrt((controlVariance / Squared(control * Math.Log(control))) + (experimentalVariance / Squared(experimental * Math.Log(experimental))));
            figures.Add(Test(index, pair, ForecastMeasure.Power, ForecastMethod.Greenwood, analysis.Criterion.PowerAt(meanZ), ""));
            figures.Add(Test(index, pair, ForecastMeasure.MilestoneDifference, ForecastMethod.Survival, experimental - control, ""));
        }

        static double LogLog(double survival) => Math.Log(-Math.Log(survival));
        static double Squared(double value) => value * value;
    }

    private void AddRestrictedMean(int index, RestrictedMeanAnalysis analysis, List<Forecast> figures, List<ForecastGap> gaps)
    {
        if (analysis.HorizonDays >= Math.Min(Day, Design.MaxFollowUpDays))
        {
            gaps.Add(new ForecastGap(Look, Endpoint, index, None, "no patient is followed to the horizon."));
            return;
        }

        foreach (int arm in analysis.Arms)
        {
            PlannedTrial alone = new(Rates, Courses.Arms[arm], Courses.Arms[arm]);
            figures.Add(Figure(index, arm, None, ForecastMeasure.RestrictedMean, ForecastMethod.Survival, alone.RestrictedMean(alone.Control, analysis.HorizonDays)));
        }

        foreach (Comparison pair in analysis.Compare)
        {
            PlannedTrial trial = ComparisonForecast.Of(Courses, Rates, pair, Stratification.None).Strata.Single();
            double control = trial.RestrictedMean(trial.Control, analysis.HorizonDays);
            double experimental = trial.RestrictedMean(trial.Experimental, analysis.HorizonDays);
            double controlVariance = trial.RestrictedMeanVariance(trial.Control, analysis.HorizonDays, Day);
            double experimentalVariance = trial.RestrictedMeanVariance(trial.Experimental, analysis.HorizonDays, Day);
            bool isRatio = analysis.Contrast == RestrictedMeanContrast.Ratio;
            double meanZ = isRatio
                ? Math.Log(experimental / control) / Math.Sqrt((controlVariance / (control * control)) + (experimentalVariance / (experimental * experimental)))
                : (experimental - control) / Math.Sqrt(controlVariance + experimentalVariance);
            figures.Add(Test(index, pair, ForecastMeasure.Power, ForecastMethod.Greenwood, analysis.Criterion.PowerAt(meanZ), ""));
            figures.Add(isRatio
                ? Test(index, pair, ForecastMeasure.RestrictedMeanRatio, ForecastMethod.Survival, experimental / control, "")
                : Test(index, pair, ForecastMeasure.RestrictedMeanDifference, ForecastMethod.Survival, experimental - control, ""));
        }
    }

    /// <summary>Balance in a prognostic covariate that a test ignores makes its statistic stray less.</summary>
    private string Strain(Stratification strata, ImmutableArray<int> prognostic, ImmutableArray<Covariate> covariates)
    {
        string[] ignored =
        [
            .. Design.Allocation.Strata.Factors.Concat(Design.Allocation.Factors.Select(factor => factor.Factor)).Select(factor => factor.Covariate)
                .Where(covariate => prognostic.Contains(covariate) && strata.Factors.All(factor => factor.Covariate != covariate))
                .Select(covariate => covariates[covariate].Name),
        ];
        return ignored.Length == 0
            ? ""
            : $"Allocation balances {string.Join(" and ", ignored)}, which this test ignores: its Z strays less than the formula assumes.";
    }

    private Forecast Figure(int analysis, int arm, int control, ForecastMeasure measure, ForecastMethod method, double value) =>
        new(Look, Endpoint, analysis, arm, control, measure, method, value, "");

    private Forecast Test(int analysis, Comparison compare, ForecastMeasure measure, ForecastMethod method, double value, string note) =>
        Figure(analysis, compare.Experimental, compare.Control, measure, method, value) with { Note = note };
}
