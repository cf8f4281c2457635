using TrialSim.Engine.Patients;
using TrialSim.Model.Protocol;

namespace TrialSim.Engine.Tests.Patients;

public sealed class FollowersTests
{
    [Fact, Trait("Source", "Property")]
    public void Of_AnyPoint_AreThoseWhoseAnchorIsThere()
    {
        Anchor[] anchors =
        [
            new AtRandomisation(), new EachSession(0), new FirstSession(1), new EachSeen(2), new FirstSeen(0), new EndOfTreatment(1), new EndOfAllTreatments(), new EachSession(1), new FirstSession(1),
        ];
        Followers followers = new(anchors, treatments: 2, events: 3);
        AnchorPoint[] points =
        [
            AnchorPoint.Randomisation,
            AnchorPoint.EndOfAll,
            .. Enumerable.Range(0, 2).SelectMany(treatment => new[] { AnchorPoint.End(treatment), AnchorPoint.Session(treatment, 1), AnchorPoint.Session(treatment, 2), AnchorPoint.Session(treatment, 9) }),
            .. Enumerable.Range(0, 3).SelectMany(one => new[] { AnchorPoint.Seen(one, 1), AnchorPoint.Seen(one, 3) }),
        ];

        Assert.All(points, point => Assert.Equal(Enumerable.Range(0, anchors.Length).Where(index => anchors[index].IsAt(point)), followers.Of(point).ToArray()));
    }
}
