using TrialSim.Model.Design;
using Xunit;

namespace TrialSim.Scenarios.Tests.Compilation;

/// <summary>Endpoints in indices and days: states response (0), events progression, rash, death (0, 1, 2), treatments tace, sorafenib (0, 1), schedules scan, clinic (0, 1).</summary>
public sealed class EndpointTests
{
    private static readonly TrialDesign Design = Reading.Trial(Texts.EveryEndpoint).Design;

    [Fact, Trait("Source", "ByHand")]
    public void TimeToEvent_CausesVisitsAndInterventions_AreIndices()
    {
        TimeToEventEndpoint liver = Assert.IsType<TimeToEventEndpoint>(Design.Endpoints[0]);

        Assert.Equal([0, 2], liver.Events.ToArray());
        Assert.Equal([new CountedCause(2, 1)], liver.Causes.ToArray());
        Assert.Equal([0, 1], liver.AssessedAt.ToArray());
        Assert.Equal(new Randomised(), liver.Since);
        Assert.Equal(
            [(typeof(TreatmentGiven), IntercurrentEventStrategy.WhileOnTreatment), (typeof(EventFound), IntercurrentEventStrategy.Composite)],
            liver.IntercurrentEvents.Select(one => (one.Occurrence.GetType(), one.Strategy)));
        Assert.False(liver.IsPlain);
    }

    // Left out, the visits that see its events; and what starts the clock is an event or a level.
    [Fact, Trait("Source", "ByHand")]
    public void TimeToEvent_Since_IsAnEventOrALevel()
    {
        TimeToEventEndpoint pps = Assert.IsType<TimeToEventEndpoint>(Design.Endpoints[1]);
        TimeToEventEndpoint dor = Assert.IsType<TimeToEventEndpoint>(Design.Endpoints[2]);

        Assert.Equal([0], Assert.IsType<EventFound>(pps.Since).Events.ToArray());
        Assert.Equal([0, 1], Assert.IsType<LevelFound>(dor.Since).Levels.ToArray());
        Assert.Empty(pps.AssessedAt);
        Assert.Equal([0], dor.AssessedAt.ToArray());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Binary_Findings_AreThoseOfTheKeys()
    {
        BinaryEndpoint orr = Assert.IsType<BinaryEndpoint>(Design.Endpoints[3]);
        BinaryEndpoint atVisit = Assert.IsType<BinaryEndpoint>(Design.Endpoints[4]);
        BinaryEndpoint toxicity = Assert.IsType<BinaryEndpoint>(Design.Endpoints[5]);

        Assert.Equal([0, 1], Assert.IsType<BestLevelFound>(orr.Yes).Levels.ToArray());
        Assert.Equal((12 * 30.4375, BetterDirection.Higher), (orr.ByDays, orr.Better));
        Assert.Equal((new VisitNumber(0, 2), BetterDirection.Lower), (Assert.IsType<LevelFoundAt>(atVisit.Yes).Visit, atVisit.Better));
        AdverseEventFound found = Assert.IsType<AdverseEventFound>(toxicity.Yes);
        Assert.Equal([1], found.Events.ToArray());
        Assert.Equal((3, BetterDirection.Lower, double.PositiveInfinity), (found.Grade, toxicity.Better, toxicity.ByDays));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Numbers_AreSessionsDosesAndMarkers()
    {
        Assert.Equal<Quantity>(
            [new SessionCount(0), new DoseIntensity(1, 800), new MarkerValue(0, new VisitNumber(1, 2), MarkerChange.Absolute)],
            Design.Endpoints.OfType<NumericEndpoint>().Select(endpoint => endpoint.Quantity));
        Assert.Equal(
            [BetterDirection.Higher, BetterDirection.Higher, BetterDirection.Lower], Design.Endpoints.OfType<NumericEndpoint>().Select(endpoint => endpoint.Better));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Groups_HaveTheirTimingAndNames()
    {
        PatientGroups[] groups = [.. Design.Analyses.OfType<GroupAnalysis>().Select(analysis => analysis.Groups)];

        Assert.Equal([("rash", "no rash"), ("CR/PR", "not CR/PR"), ("CR", "not CR")], groups.Select(group => (group.With, group.Without)));
        Assert.Equal<GroupTiming>([new GroupedEver(), new GroupedAtLandmark(2 * 30.4375), new GroupedFromDay()], groups.Select(group => group.Timing));
        Assert.Equal([1], groups[1].Arms.ToArray());
    }
}
