using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Doses of drugs, and when less or none is taken.</summary>
internal static class DosingResolver
{
    /// <summary>The dosing, as far as it could be understood.</summary>
    public static ResolvedDosing Resolve(TreatmentDocument document, DocumentPath path, ConditionResolver conditions, ProblemList problems)
    {
        ImmutableArray<double> doses = [.. (document.DoseMgPerDay?.Items ?? []).OfType<double>()];
        DocumentPath dosesPath = path.Key("dose_mg_per_day");
        for (int i = 1; i < doses.Length; i++)
        {
            if (doses[i] >= doses[i - 1])
            {
                problems.Error(dosesPath[i], "A dose is not lower than the one before it. Write the full dose first, then each lower one, such as [800, 400].");
                break;
            }
        }

        bool isReduced = document.ReduceIf?.Value is not null;
        if (isReduced && doses.Length < 2 && !problems.HasErrorIn(dosesPath))
        {
            problems.Error(path.Key("reduce_if"), "There is no lower dose. Write dose_mg_per_day: with the full dose and the lower ones, such as [800, 400].");
        }

        if (!isReduced && doses.Length > 1 && !problems.HasErrorIn(path.Key("reduce_if")))
        {
            problems.Warning(dosesPath, "Nothing says when a lower dose is taken, so none ever is. Write reduce_if:, or the full dose alone.");
        }

        return new ResolvedDosing(
            doses,
            document.ReduceIf?.Value is { } reduce ? conditions.Resolve(reduce, path.Key("reduce_if")) : ConditionResolver.Never,
            document.InterruptIf?.Value is { } interrupt ? conditions.Resolve(interrupt, path.Key("interrupt_if")) : ConditionResolver.Never);
    }
}
