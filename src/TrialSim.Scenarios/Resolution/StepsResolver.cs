using System.Globalization;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Steps, each with the time it starts from.</summary>
internal static class StepsResolver
{
    /// <summary>The intensity; null, with the reason reported, when the steps make none.</summary>
    public static PiecewiseExponentialHazard? Resolve(Listed<StepDocument> steps, DocumentPath path, ProblemList problems) => Resolve(
        steps,
        step => step.From,
        (step, place) => Rate.PerDay(step, (step.PerDay, step.PerWeek, step.PerMonth, step.PerYear), place, problems),
        path,
        problems);

    /// <summary>The intensity; null, with the reason reported, when the steps make none.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="fromOf">The time from which a step holds.</param>
    /// <param name="perDayOf">Its rate; null, with the reason reported, when what was written makes none.</param>
    /// <param name="path">Their place.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static PiecewiseExponentialHazard? Resolve<T>(
        Listed<T> steps, Func<T, Duration?> fromOf, Func<T, DocumentPath, double?> perDayOf, DocumentPath path, ProblemList problems)
        where T : class
    {
        List<double> starts = [];
        List<double> perDay = [];
        for (int i = 0; i < steps.Items.Length; i++)
        {
            if (steps.Items[i] is not { } step)
            {
                continue;
            }

            double? rate = perDayOf(step, path[i]);
            if (fromOf(step) is not { } from || rate is null)
            {
                continue;
            }

            if (i == 0 && from.Days != 0.0)
            {
                problems.Error(path[i].Key("from"), $"The first step starts from {from}, so that nothing is said about the time before. Write from: 0d.");
            }
            else if (starts.Count > 0 && from.Days <= starts[^1])
            {
                problems.Error(
                    path[i].Key("from"),
                    string.Create(CultureInfo.InvariantCulture, $"This step starts from {from}, not after the one before it. Put the steps in the order of time."));
            }

            starts.Add(from.Days);
            perDay.Add(rate.Value);
        }

        return problems.HasErrorIn(path) || starts.Count == 0 ? null : new PiecewiseExponentialHazard([.. starts], [.. perDay]);
    }
}
