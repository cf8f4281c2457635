using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Model.Forecasts;

/// <summary>The hazard of one event for patients of one cell and arm.</summary>
/// <param name="Before">By the time since randomisation, as long as the origin of the event's clock has not happened.</param>
/// <param name="After">By the time since that origin; the same as <paramref name="Before"/> where the clock starts at randomisation.</param>
/// <param name="Origin">Index of the event that starts the clock, or <see cref="ClinicalEvent.Randomisation"/>.</param>
/// <param name="Effects">What multiplies it.</param>
internal sealed record CellRisk(Hazard Before, Hazard After, int Origin, ImmutableArray<Effect> Effects)
{
    // Beyond these nobody is left who could notice, and products and differences of two of them are still numbers.
    private const double MostCumulative = 1e100;
    private const double MostLogRatio = 200.0;

    /// <summary>The hazard of an event.</summary>
    /// <param name="truth">The truth.</param>
    /// <param name="clinicalEvent">Index of the event.</param>
    /// <param name="state">Arm and covariate levels.</param>
    public static CellRisk Of(TrialTruth truth, int clinicalEvent, ulong state)
    {
        ClinicalEvent own = truth.Events[clinicalEvent];
        Hazard after = Choose(own.Hazards, state);
        return new CellRisk(
            own.Since == ClinicalEvent.Randomisation ? after : Choose(own.HazardsBefore, state),
            after,
            own.Since,
            [.. truth.Effects.Where(effect => effect.Event == clinicalEvent)]);
    }

    /// <summary>The hazard of being lost, which no effect changes.</summary>
    public static CellRisk OfLoss(TrialTruth truth, ulong state)
    {
        Hazard hazard = truth.LossToFollowUp.IsEmpty ? new NoHazard() : Choose(truth.LossToFollowUp, state);
        return new CellRisk(hazard, hazard, ClinicalEvent.Randomisation, []);
    }

    /// <summary>Cumulative hazard between two days in which the state stays as it is, before any event of the clock's origin.</summary>
    public double Between(double from, double to, ulong state) => Ratio(state) * Between(Before, from, to);

    /// <summary>The same once an event has happened on day <paramref name="since"/>, which may be the clock's origin.</summary>
    public double Between(double from, double to, ulong state, int happened, double since) => Origin == happened
        ? Ratio(state) * Between(After, from - since, to - since)
        : Between(from, to, state);

    private static double Between(Hazard hazard, double from, double to) =>
        Math.Min(MostCumulative, hazard.Cumulative(to)) - Math.Min(MostCumulative, hazard.Cumulative(from));

    private double Ratio(ulong state) =>
        Effects.IsEmpty ? 1.0 : Math.Exp(Math.Min(MostLogRatio, Effects.Sum(effect => effect.Holds(state) ? effect.LogHazardRatio : 0.0)));

    private static Hazard Choose(ImmutableArray<HazardChoice> choices, ulong state) => choices.First(choice => choice.When.Holds(state)).Hazard;
}
