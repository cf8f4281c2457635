using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;

namespace TrialSim.Model.Forecasts;

/// <summary>The part that each clinical event plays for an endpoint.</summary>
/// <param name="Own">Indices of the events that count; the first of them ends the endpoint's time.</param>
/// <param name="Competing">Indices of fatal events that do not count: they censor.</param>
/// <param name="Intermediate">Indices of other events on which the hazards of these depend.</param>
internal sealed record EndpointRoles(ImmutableArray<int> Own, ImmutableArray<int> Competing, ImmutableArray<int> Intermediate)
{
    /// <summary>Every event whose hazard matters.</summary>
    public ImmutableArray<int> All => [.. Own, .. Competing, .. Intermediate];

    /// <summary>The roles of an endpoint.</summary>
    public static EndpointRoles Of(TrialTruth truth, Endpoint endpoint)
    {
        ImmutableArray<int> own = endpoint is TimeToEventEndpoint time ? [.. time.Events.Distinct()] : [];
        ImmutableArray<int> competing =
            [.. Enumerable.Range(0, truth.Events.Length).Where(index => truth.Events[index].Ending == CourseEnding.Fatal && !own.Contains(index))];
        List<int> matter = [.. own, .. competing];
        for (int place = 0; place < matter.Count; place++)
        {
            matter.AddRange(OthersThatChange(truth, matter[place]).Where(other => !matter.Contains(other)).ToArray());
        }

        return new EndpointRoles(own, competing, [.. matter.Skip(own.Length + competing.Length)]);
    }

    /// <summary>Bits that the effects on an event ask for.</summary>
    public static ulong BitsOfEffectsOn(TrialTruth truth, int clinicalEvent) =>
        truth.Effects.Where(effect => effect.Event == clinicalEvent).SelectMany(effect => effect.While).Aggregate(0UL, (bits, term) => bits | term.Mask);

    private static IEnumerable<int> OthersThatChange(TrialTruth truth, int clinicalEvent)
    {
        ulong bits = BitsOfEffectsOn(truth, clinicalEvent);
        IEnumerable<int> origins = truth.Events[clinicalEvent].Since == ClinicalEvent.Randomisation ? [] : [truth.Events[clinicalEvent].Since];
        return truth.StateBits.OfType<HadBit>().Where(bit => (bit.Mask & bits) != 0).Select(bit => bit.Event).Concat(origins).Distinct();
    }
}
