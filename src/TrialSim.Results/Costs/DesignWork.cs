using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Results.Costs;

/// <summary>Seconds that a design takes beside its patients and rows: allocation that reckons, bounds that are integrated; and frailties, whose quantiles are searched.</summary>
internal static class DesignWork
{
    private const int ArmsOfComparison = 2;

    /// <summary>Seconds of each replicate.</summary>
    /// <param name="trial">The compiled scenario.</param>
    public static double SecondsPerReplicate(Trial trial) =>
        OfAllocation(trial.Design)
        + (trial.Design.MaxPatients * trial.Truth.Frailties.Sum(frailty => frailty.Distribution is LogNormalHazard ? CostRates.SecondsPerPatient : CostRates.SecondsPerGammaFrailty))
        + trial.Design.Testing.Sequential.Where(test => !IsAtPlannedEvents(trial.Design, test)).Sum(OfBounds);

    /// <summary>Seconds that are taken once, however many replicates there are: bounds of looks that have the same information in all of them.</summary>
    /// <param name="trial">The compiled scenario.</param>
    public static double SecondsOnce(Trial trial) => trial.Design.Testing.Sequential.Where(test => IsAtPlannedEvents(trial.Design, test)).Sum(OfBounds);

    private static double OfAllocation(TrialDesign design)
    {
        (double patients, double arms) = (design.MaxPatients, design.Arms.Length);
        if (design.Allocation.Method == AllocationMethod.Minimisation)
        {
            return CostRates.SecondsPerMargin * patients * arms * arms * design.Allocation.Factors.Length;
        }

        if (design.Allocation.Method != AllocationMethod.ResponseAdaptive)
        {
            return 0.0;
        }

        // At each update all who came before are read again.
        ResponseAdaptation rule = design.Allocation.Adaptation;
        double updates = Math.Max(0.0, patients - rule.BurnIn) / rule.UpdateEvery;
        double ofPosterior = rule.Rule == AdaptationRule.Bayesian ? arms * (CostRates.SecondsPerPosterior + (arms * CostRates.SecondsPerComparisonOfPosteriors)) : 0.0;
        return updates * (ofPosterior + (0.5 * (patients + rule.BurnIn) * CostRates.SecondsPerPatientRead));
    }

    // At each stage the bounds of all looks are made anew, by integrals over more points the closer the looks are.
    private static double OfBounds(SequentialTest test) => CostRates.SecondsPerBound * Math.Pow(test.Looks.Length, 3.0);

    private static bool IsAtPlannedEvents(TrialDesign design, SequentialTest test) => test.Looks.All(look =>
        design.Looks[look].When is EventsSeen seen && seen.Endpoint == design.Analyses[test.Analysis].Endpoint && seen.Arms.Length <= ArmsOfComparison);
}
