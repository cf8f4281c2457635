using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>Chooses the curves that a run keeps, and a grid of times that reaches as far as patients are followed.</summary>
public static class CurvePlanner
{
    /// <summary>How many replicates keep curves: bands of 95 % need no more.</summary>
    public const uint Replicates = 1000;

    // More pictures than anybody looks at, and the memory that they take.
    private const int MaxCurves = 96;
    private const uint PilotReplicates = 20;
    private const int LargestGrid = 200;

    // Whole months are always among the times, because numbers at risk are printed there.
    private static readonly ImmutableArray<double> StepsMonths = [0.25, 0.5, 1, 2, 3, 6, 12];

    /// <summary>
    /// One curve for each arm of each endpoint that is analysed (of the first looks and endpoints, where they would be more than 96), over the longest follow-up that a pilot of the first replicates shows, in steps of a quarter of a month
    /// or more, so that the grid stays short. The pilot is the same for every range of replicates, so shards agree.
    /// </summary>
    public static CurvePlan Plan(Trial trial, ulong seed)
    {
        ImmutableArray<CurveKey> keys =
        [
            .. new ResultLayout(trial.Design).Rows
                .Where(row => row.Measure == RowMeasure.Count && trial.Design.Endpoints[row.Endpoint] is TimeToEventEndpoint)
                .Select(row => new CurveKey(row.Look, row.Endpoint, row.Arm))
                .Take(MaxCurves / trial.Design.Arms.Length * trial.Design.Arms.Length),
        ];
        double months = LongestFollowUp(trial, seed) / DaysPer.Month;
        double step = StepsMonths.FirstOrDefault(candidate => months / candidate <= LargestGrid, StepsMonths[^1]);
        int points = (int)Math.Ceiling(months / step) + 1;
        return new CurvePlan(keys, [.. Enumerable.Range(0, points).Select(point => point * step * DaysPer.Month)], Replicates);
    }

    private static double LongestFollowUp(Trial trial, ulong seed)
    {
        double longest = 0;
        TrialConduct conduct = TrialConduct.WithoutResults(trial);
        for (uint replicate = 1; replicate <= PilotReplicates; replicate++)
        {
            conduct.Run(seed, replicate, (_, cut) =>
            {
                foreach (TimeToEventEndpoint endpoint in trial.Design.Endpoints.OfType<TimeToEventEndpoint>())
                {
                    for (int patient = 0; patient < cut.Patients; patient++)
                    {
                        longest = cut.TryTimeOf(endpoint, patient, out EndpointTime time) ? Math.Max(longest, time.Days) : longest;
                    }
                }
            });
        }

        return longest;
    }
}
