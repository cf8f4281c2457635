using System.Collections.Immutable;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using static TrialSim.Engine.Tests.Patients.SmallProtocol;

namespace TrialSim.Engine.Tests.Patients;

/// <summary>Markers without spread, so that every value is known: profiles, and what they are counted from.</summary>
public sealed class MarkerTests
{
    private static readonly ImmutableArray<MarkerPoint> Falling = [new MarkerPoint(0, 900, 0), new MarkerPoint(60, 300, 0), new MarkerPoint(120, 400, 0)];

    [Theory, Trait("Source", "ByHand")]
    [InlineData(0, 900)]
    [InlineData(30, 600)] // Half way from 900 to 300.
    [InlineData(60, 300)]
    [InlineData(75, 325)]
    [InlineData(500, 400)]
    public void PointAt_BetweenPoints_LiesOnTheLine(double days, double mean) => Assert.Equal(mean, MarkerCourse.PointAt(Falling, days).Mean, 1e-12);

    [Fact, Trait("Source", "ByHand")]
    public void PointAt_BeforeTheFirst_IsTheFirst() => Assert.Equal(5, MarkerCourse.PointAt([new MarkerPoint(10, 5, 1), new MarkerPoint(20, 7, 2)], 3).Mean);

    [Fact, Trait("Source", "ByHand")]
    public void Visits_OfAMarker_LogEachMeasurementWithItsNumber()
    {
        Assert.Equal([Measured(30, 1, 600), Measured(60, 2, 300), Measured(90, 3, 350)], Measurements([], new MarkerProfile([StateMask.Always], new AtRandomisation(), Falling)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Profile_SinceEachSession_BeginsAnewWithEach()
    {
        // Sessions on days 20 and 80: 10 and 40 days after the first, 10 after the second.
        Procedure tace = Procedure("tace", new AtRandomisation(), 20, new RepeatedEvery(TimeWindow.Exactly(60)), mostSessions: 2);

        Assert.Equal([Measured(30, 1, 800), Measured(60, 2, 500), Measured(90, 3, 800)], Measurements([tace], new MarkerProfile([StateMask.Always], new EachSession(0), Falling)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Profiles_TheFirstThatApplies_Counts()
    {
        // From a session on day 50 the first profile applies, until then the second.
        Procedure rfa = Procedure("rfa", new AtRandomisation(), 50, new NotRepeated());

        Assert.Equal(
            [Measured(30, 1, 1000), Measured(60, 2, 800), Measured(90, 3, 500)],
            Measurements(
                [rfa], new MarkerProfile([new StateMask(1, 1)], new FirstSession(0), Falling), new MarkerProfile([StateMask.Always], new AtRandomisation(), [new MarkerPoint(0, 1000, 0)])));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Profiles_NoneThatApplies_MeasureNothing() =>
        Assert.Empty(Measurements([], new MarkerProfile([new StateMask(1, 1)], new AtRandomisation(), Falling)));

    [Fact, Trait("Source", "Property")]
    public void Measurements_PerfectlyCorrelated_LieTheSameStandardDeviationsFromTheirMeans()
    {
        MarkerProfile profile = new([StateMask.Always], new AtRandomisation(), [new MarkerPoint(0, 100, 10), new MarkerPoint(100, 50, 20)]);
        CourseEntry[] values = Measurements([], correlation: 1, profile);
        double[] deviates = [.. values.Select(entry => (entry.Value - (100 - (entry.Day / 2))) / (10 + (entry.Day / 10)))];

        Assert.NotEqual(0, deviates[0]);
        Assert.All(deviates, deviate => Assert.Equal(deviates[0], deviate, 1e-12));
    }

    [Fact, Trait("Source", "Property")]
    public void Measurements_AfterAMissedVisit_AreThoseOfTheVisit()
    {
        MarkerProfile profile = new([StateMask.Always], new AtRandomisation(), [new MarkerPoint(0, 100, 10)]);
        Dictionary<double, double> all = Measurements([], correlation: 0.3, profile).ToDictionary(entry => entry.Day, entry => entry.Value);
        CourseEntry[] some = Measurements([], correlation: 0.3, missed: 0.5, profile);

        Assert.InRange(some.Length, 0, all.Count - 1);
        Assert.All(some, entry => Assert.Equal(all[entry.Day], entry.Value));
    }

    private static CourseEntry Measured(double day, int number, double value) => new(day, CourseEntryKind.MarkerMeasured, 0, number, value);

    private static CourseEntry[] Measurements(Treatment[] treatments, params MarkerProfile[] profiles) => Measurements(treatments, 0, 0, profiles);

    private static CourseEntry[] Measurements(Treatment[] treatments, double correlation, params MarkerProfile[] profiles) =>
        Measurements(treatments, correlation, 0, profiles);

    private static CourseEntry[] Measurements(Treatment[] treatments, double correlation, double missed, params MarkerProfile[] profiles)
    {
        Trial trial = TrialOf(treatments, [Visits("clinic", new AtRandomisation(), 30, 30)], 100, missed).ToTheEnd();
        Marker marker = new(
            "afp", NamedPurpose.Of("marker", "afp"), "ng/mL", MarkerDistribution.Normal, correlation, [new MarkerVisit(0, NamedPurpose.Of("marker", "afp at clinic"))], [.. profiles]);
        trial = trial with { Truth = trial.Truth with { Markers = [marker], StateBits = treatments.Length > 0 ? [new TreatedBit(0, 0)] : [] } };
        return [.. Record(trial, 100).Course.Where(entry => entry.Kind == CourseEntryKind.MarkerMeasured)];
    }
}
