using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Model.Forecasts;

/// <summary>Follows every endpoint far enough to find every look, and has each look's analyses foretold.</summary>
internal sealed class TrialForecaster
{
    private const int None = Forecast.None;

    // From round to round the courses are followed further, until the last look lies within them.
    private const int MaxRounds = 12;
    private const double Further = 1.5;

    private readonly Trial _trial;
    private readonly PlannedAccrual _accrual;
    private readonly AccrualRates _rates;
    private readonly ImmutableArray<EndpointRoles> _roles;
    private readonly ImmutableArray<string> _whyNot;

    private TrialForecaster(Trial trial)
    {
        _trial = trial;
        _accrual = PlannedAccrual.Of(trial);
        _rates = _accrual.Rates();
        _roles = [.. trial.Design.Endpoints.Select(endpoint => EndpointRoles.Of(trial.Truth, endpoint))];
        _whyNot = [.. _roles.Select((roles, endpoint) => FormulaScope.WhyNot(trial, trial.Design.Endpoints[endpoint], roles))];
    }

    /// <summary>The forecast of a trial.</summary>
    public static TrialForecast Of(Trial trial)
    {
        TrialForecaster forecaster = new(trial);
        double horizon = trial.Design.Analyses.OfType<MilestoneAnalysis>().Select(analysis => analysis.Day)
            .Concat(trial.Design.Analyses.OfType<RestrictedMeanAnalysis>().Select(analysis => analysis.HorizonDays))
            .Append(2.0 * forecaster._rates.EndDay).Max();
        for (int round = 1; ; round++)
        {
            ImmutableArray<EndpointCourses?> courses =
                [.. forecaster._roles.Select((roles, endpoint) => forecaster._whyNot[endpoint].Length > 0 ? null : new EndpointCourses(trial, roles, horizon))];
            (LookDay Day, string? WhyNot)[] looks = [.. trial.Design.Looks.Select(look => forecaster.Find(look, courses))];
            double last = looks.Where(look => look.WhyNot is null).Select(look => look.Day.Day).DefaultIfEmpty(0.0).Max();
            if (last <= horizon || round == MaxRounds)
            {
                return forecaster.Foretell(looks, courses);
            }

            horizon = Further * last;
        }
    }

    private (LookDay Day, string? WhyNot) Find(Look look, ImmutableArray<EndpointCourses?> courses)
    {
        LookDays days = new(_accrual, FormulaScope.WhyNotArrivals(_trial), seen => courses[seen.Endpoint] is EndpointCourses own
            ? (new ExpectedEvents(_rates, seen.Arms.Select(arm => own.Arms[arm])), "")
            : (null, $"it counts events of {_trial.Design.Endpoints[seen.Endpoint].Name}, and {_whyNot[seen.Endpoint]}"));
        return days.TryFind(look.When, out LookDay day, out string? whyNot) ? (day, null) : (default, whyNot);
    }

    private TrialForecast Foretell((LookDay Day, string? WhyNot)[] looks, ImmutableArray<EndpointCourses?> courses)
    {
        List<Forecast> figures = [];
        List<ForecastGap> gaps = [];
        bool IsAnalysed(int endpoint) => _trial.Design.Analyses.Any(analysis => analysis.Endpoint == endpoint);
        gaps.AddRange(_whyNot.Select((why, endpoint) => new ForecastGap(None, endpoint, None, None, why)).Where(gap => gap.Why.Length > 0 && IsAnalysed(gap.Endpoint)));
        for (int look = 0; look < looks.Length; look++)
        {
            if (looks[look].WhyNot is string whyNot)
            {
                gaps.Add(new ForecastGap(look, None, None, None, whyNot));
                continue;
            }

            LookDay day = looks[look].Day;
            figures.Add(new Forecast(look, None, None, None, None, ForecastMeasure.LookTime, day.Method, day.MeanDay, ""));
            for (int endpoint = 0; endpoint < courses.Length; endpoint++)
            {
                if (courses[endpoint] is EndpointCourses own && _trial.Design.Analyses.Any(analysis => analysis.Endpoint == endpoint && analysis.Looks.Contains(look)))
                {
                    LookForecaster forecaster = new(_trial.Design, _rates, own, look, endpoint, day.Day);
                    forecaster.Foretell(figures, gaps, FormulaScope.CovariatesOf(_trial.Truth, _roles[endpoint]), _trial.Truth.Covariates);
                }
            }
        }

        return LeaveOutWhatIsDecidedBefore(new SequentialForecaster(_trial.Design).Revise(new TrialForecast([.. figures], [.. gaps])), looks);
    }

    /// <summary>
    /// Leaves out what is foretold of looks that a decision may keep from taking place. Where only bounds stop, times, events and the power by bounds are those of the trial that goes on, and stay.
    /// </summary>
    private TrialForecast LeaveOutWhatIsDecidedBefore(TrialForecast forecast, (LookDay Day, string? WhyNot)[] looks)
    {
        Decision[] effective = [.. _trial.Design.Decisions.Where(decision => _trial.Run.Stopping == StopObedience.Stops || decision.Then is not DecisionAction.StopTrial)];
        int[] changed = [.. looks.Select(look => FirstBefore(look, looks, effective.Where(decision => !SequentialForecaster.IsStopByBounds(decision))))];
        int[] stopped = [.. looks.Select(look => FirstBefore(look, looks, effective.Where(SequentialForecaster.IsStopByBounds)))];
        return new TrialForecast(
            [.. forecast.Figures.Where(figure => changed[figure.Look] == None && (stopped[figure.Look] == None || figure.Measure is ForecastMeasure.LookTime or ForecastMeasure.Events or ForecastMeasure.CumulativePower))],
            [
                .. forecast.Gaps.Where(gap => gap.Look == None || (changed[gap.Look] == None && stopped[gap.Look] == None)),
                .. Enumerable.Range(0, looks.Length).Where(look => changed[look] != None || stopped[look] != None).Select(look => changed[look] != None
                    ? new ForecastGap(look, None, None, None, $"what is decided at {_trial.Design.Looks[changed[look]].Name} may stop or change the trial before; the formulas know nothing of such decisions.")
                    : new ForecastGap(look, None, None, None, $"estimates of trials that have not stopped at {_trial.Design.Looks[stopped[look]].Name} are not foretold; times, events and the power by then are those of a trial that goes on.")),
            ]);
    }

    private static int FirstBefore((LookDay Day, string? WhyNot) look, (LookDay Day, string? WhyNot)[] looks, IEnumerable<Decision> decisions) =>
        look.WhyNot is not null ? None : decisions.SelectMany(decision => decision.Looks)
            .FirstOrDefault(decided => looks[decided].WhyNot is not null || looks[decided].Day.Day < look.Day.Day, None);
}
