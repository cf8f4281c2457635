using TrialSim.Model;
using TrialSim.Model.Design;

namespace TrialSim.Results.Outlines;

/// <summary>How patients get their arm, in words.</summary>
internal static class AllocationText
{
    /// <summary>For example <c>1:1:1 in permuted blocks, stratified by stage</c>.</summary>
    public static string Of(Trial trial)
    {
        TrialDesign design = trial.Design;
        Allocation allocation = design.Allocation;
        string ratio = string.Join(':', allocation.Ratio);
        string strata = string.Join(" and ", allocation.Strata.Factors.Select(factor => factor.Covariate == StratificationFactor.Site ? "site" : trial.Truth.Covariates[factor.Covariate].Name));
        return design.Arms.Length == 1 ? "one arm" : allocation.Method switch
        {
            AllocationMethod.Simple => $"{ratio}, each patient on their own",
            AllocationMethod.PermutedBlock => $"{ratio} in permuted blocks",
            AllocationMethod.FixedSizes => $"{ratio} patients exactly",
            AllocationMethod.BiasedCoin => $"{ratio} by a biased coin",
            AllocationMethod.Minimisation => $"{ratio} by minimisation",
            _ => $"{ratio} at first, then by what is known of the arms",
        } + (strata.Length > 0 ? $", stratified by {strata}" : "");
    }

    /// <summary>Patients of an arm by the ratio.</summary>
    public static double ShareOf(TrialDesign design, int arm) => design.Patients * (double)design.Allocation.Ratio[arm] / design.Allocation.Ratio.Sum();
}
