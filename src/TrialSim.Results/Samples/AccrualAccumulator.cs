using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Forecasts;
using TrialSim.Model.Time;
using TrialSim.Results.Summary;

namespace TrialSim.Results.Samples;

/// <summary>Counts who is randomised when, up to the end of each trial.</summary>
internal sealed class AccrualAccumulator(Trial trial) : ITrialReader
{
    private const int MostSteps = 100;

    private readonly List<double[]> _arrivalDays = [];

    /// <inheritdoc/>
    public void Add(ReplayedTrial replayed) =>
        _arrivalDays.Add([.. Enumerable.Range(0, replayed.Outcome.Patients).Select(patient => replayed.Ledger.ArrivalOf(patient).Value)]);

    /// <summary>A point for each time up to the last patient, planned or simulated.</summary>
    public IReadOnlyList<AccrualPoint> Summarise()
    {
        _ = AccrualForecast.TryOf(trial, out AccrualForecast? planned);
        double lastDay = _arrivalDays.Select(days => days.LastOrDefault()).Append(planned?.EndDay ?? 0).Max();
        return [.. MonthGrid.UpTo(lastDay / DaysPer.Month, MostSteps).Select(months => PointAt(months, planned?.By(months * DaysPer.Month)))];
    }

    private AccrualPoint PointAt(double months, double? planned)
    {
        double[] randomised = [.. _arrivalDays.Select(days => (double)CountBy(days, months * DaysPer.Month)).Order()];
        return new AccrualPoint(
            months, planned, randomised.Average(), LinearQuantile.Of<double>(randomised, 0.025), LinearQuantile.Of<double>(randomised, 0.975), randomised.Length);
    }

    private static int CountBy(double[] ascending, double day)
    {
        int count = 0;
        while (count < ascending.Length && ascending[count] <= day)
        {
            count++;
        }

        return count;
    }
}
