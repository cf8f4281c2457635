using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Protocol;
using TrialSim.Model.Sites;
using TrialSim.Model.Truth;

namespace TrialSim.Model.Forecasts;

/// <summary>Which scenarios the formulas can follow, and which feature is beyond them.</summary>
internal static class FormulaScope
{
    /// <summary>Why an endpoint's hazards cannot be followed; empty where they can.</summary>
    public static string WhyNot(Trial trial, Endpoint endpoint, EndpointRoles roles)
    {
        TrialTruth truth = trial.Truth;
        if (WhyNotArrivals(trial) is { Length: > 0 } whyNot)
        {
            return whyNot;
        }

        switch (endpoint)
        {
            case not TimeToEventEndpoint:
                return "it is no time to an event, and the formulas follow hazards.";
            case TimeToEventEndpoint { Since: not Randomised }:
                return "its clock starts with what is found later; the formulas count from randomisation.";
            case TimeToEventEndpoint { Causes.IsEmpty: false }:
                return "only some causes of its events count; the formulas follow events whatever their cause.";
            case TimeToEventEndpoint { IsPlain: false }:
                return "intercurrent events change when it ends; the formulas know its events only.";
        }

        if (roles.Own.FirstOrDefault(index => !truth.Events[index].IsSeenAtOnce, Forecast.None) is int late and not Forecast.None)
        {
            return $"{truth.Events[late].Name} is seen at visits, later than it happens; the formulas know the day it happens.";
        }

        if (truth.Effects.FirstOrDefault(effect => effect.IsDrawn && roles.All.Contains(effect.Event)) is Effect drawn)
        {
            return $"the hazard ratio on {truth.Events[drawn.Event].Name} is drawn anew in each replicate, so that the power is an assurance; the formulas know one hazard ratio.";
        }

        if (truth.StateBits.FirstOrDefault(bit => (bit.Mask & BitsOf(truth, roles)) != 0 && TreatmentOf(bit) != Forecast.None) is StateBit treated)
        {
            return $"a hazard changes with the treatment {trial.Design.Protocol.Treatments[TreatmentOf(treated)].Name}, on days that the protocol brings about for each patient.";
        }

        if (roles.All.FirstOrDefault(index => IsBroughtAbout(truth.Events[index]), Forecast.None) is int brought and not Forecast.None)
        {
            return $"{truth.Events[brought].Name} happens at occasions or under conditions (chances, when, only_while), on days that each patient's course brings about; the formulas know hazards alone.";
        }

        if (truth.StateBits.OfType<StateLevelBit>().FirstOrDefault(bit => (bit.Mask & BitsOf(truth, roles)) != 0) is StateLevelBit level)
        {
            return $"a hazard changes with the state {truth.States[level.State].Name}, on days that each patient's course brings about.";
        }

        if (truth.StateBits.OfType<AdverseEventBit>().FirstOrDefault(bit => (bit.Mask & BitsOf(truth, roles)) != 0) is AdverseEventBit adverse)
        {
            return $"a hazard changes while {truth.Events[adverse.Event].Name} goes on, which begins and ends in each patient's course.";
        }

        if (truth.Frailties.FirstOrDefault(frailty => frailty.Events.Any(index => roles.All.Contains(index))) is Frailty shared)
        {
            return $"a frailty gives each patient a hazard of {truth.Events[shared.Events.First(roles.All.Contains)].Name} of their own.";
        }

        if (roles.Intermediate.Length > 1)
        {
            string[] names = [.. roles.Intermediate.Select(index => truth.Events[index].Name)];
            return $"its hazard changes with more than one other event ({string.Join(", ", names)}), and the formulas follow one.";
        }

        if (truth.Slopes.FirstOrDefault(slope => roles.All.Contains(slope.Event)) is CovariateSlope slope)
        {
            return $"the hazard of {truth.Events[slope.Event].Name} changes with the number {truth.Covariates[slope.Covariate].Name}, so that each patient has a hazard of their own.";
        }

        if (truth.StateBits.OfType<AtLeastBit>().FirstOrDefault(bit => (bit.Mask & BitsOf(truth, roles)) != 0) is AtLeastBit limit)
        {
            return $"a hazard depends on whether the number {truth.Covariates[limit.Covariate].Name} reaches a limit; the formulas sum over levels of categories only.";
        }

        return CovariatesOf(truth, roles).Aggregate(1L, (product, covariate) => product * LevelsOf(truth, covariate)) > PatientCell.MaxCells
            ? $"the covariates that change its hazard have more than {PatientCell.MaxCells} combinations of levels."
            : "";
    }

    /// <summary>Why the arrivals of a trial, and what becomes of them, cannot be followed; empty where they can.</summary>
    public static string WhyNotArrivals(Trial trial) => WhyNotAccrual(trial) is { Length: > 0 } whyNot ? whyNot
        : trial.Design.Allocation.Method == AllocationMethod.ResponseAdaptive ? "the allocation follows what has been seen, and the formulas know a fixed ratio."
        : trial.Truth.InformativeLosses.IsEmpty ? ""
        : "patients are lost because an event is to come; the formulas take loss to be independent of events.";

    /// <summary>Why the number of patients who have arrived cannot be followed; empty where it can.</summary>
    public static string WhyNotAccrual(Trial trial)
    {
        (Accrual accrual, SitePlan sites) = (trial.Truth.Accrual, trial.Truth.Sites);
        return double.IsFinite(accrual.UntilDay) ? "accrual ends on a day, with however many patients have come by then; the formulas know the planned number."
            : double.IsFinite(sites.OpenForDays) ? "sites close, so that the planned number of patients need not come."
            : sites.MaxPatientsEach != SitePlan.NoLimit ? "sites are full at some number, on days that differ between trials."
            : accrual.Basis == AccrualBasis.EachSite && double.IsFinite(sites.RateShape) ? "the rates of its sites vary, so that each trial has an accrual of its own."
            : accrual.Basis == AccrualBasis.Trial && sites.OpeningDays.DefaultIfEmpty(0.0).Min() > 0.0 ? "no site is open at first, and who comes before is not enrolled."
            : sites.ScreeningFailure > 0.0 && accrual.Pattern != AccrualPattern.Poisson ? "screening fails some at random; the formulas know random arrivals of a Poisson process only."
            : "";
    }

    private static bool IsBroughtAbout(ClinicalEvent one) =>
        !one.Chances.IsEmpty || !one.When.IsEmpty || one.OnlyWhile.Any(term => term != StateMask.Always) || one.OnlyWhile.IsEmpty;

    private static int TreatmentOf(StateBit bit) => bit switch
    {
        TreatedBit treated => treated.Treatment,
        TakingBit taking => taking.Treatment,
        DoseBit dose => dose.Treatment,
        SinceSessionBit { Session: FirstSession first } => first.Treatment,
        SinceSessionBit { Session: EachSession each } => each.Treatment,
        _ => Forecast.None,
    };

    /// <summary>Indices of the categorical covariates on which an endpoint's hazards or the loss to follow-up depend.</summary>
    public static ImmutableArray<int> CovariatesOf(TrialTruth truth, EndpointRoles roles)
    {
        ulong bits = BitsOf(truth, roles);
        return [.. truth.StateBits.OfType<LevelBit>().Where(bit => (bit.Mask & bits) != 0).Select(bit => bit.Covariate).Distinct().Order()];
    }

    private static int LevelsOf(TrialTruth truth, int covariate) => ((CategoricalDistribution)truth.Covariates[covariate].Distribution).Levels.Length;

    private static ulong BitsOf(TrialTruth truth, EndpointRoles roles) => roles.All
        .SelectMany(index => truth.Events[index].Hazards.Concat(truth.Events[index].HazardsBefore)).Concat(truth.LossToFollowUp)
        .Select(choice => choice.When.Mask)
        .Concat(roles.All.Select(index => EndpointRoles.BitsOfEffectsOn(truth, index)))
        .Aggregate(0UL, (bits, mask) => bits | mask);
}
