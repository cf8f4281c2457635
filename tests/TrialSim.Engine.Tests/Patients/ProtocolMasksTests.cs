using System.Collections.Immutable;
using TrialSim.Engine.Patients;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Tests.Patients;

public sealed class ProtocolMasksTests
{
    [Fact, Trait("Source", "ByHand")]
    public void RuledBy_EachKindOfRule_IsAllThatTheyAskFor()
    {
        Drug drug = SmallProtocol.Drug("drug", new AtRandomisation(), 0) with { StopIf = [Bit(1)], Dosing = new Dosing([800, 400], [Bit(2)], [Bit(3), Bit(4)]) };
        Procedure procedure = SmallProtocol.Procedure("tace", new AtRandomisation(), 0, new NotRepeated()) with { StopIf = [Bit(5)] };
        VisitSchedule visits = SmallProtocol.Visits("imaging", new AtRandomisation(), 30, 30) with { Until = [Bit(6)] };
        TrialTruth truth = SmallProtocol.TrialOf([drug, procedure], [visits], 100, missed: 0).Truth;

        Assert.Equal(0b1111110UL, new ProtocolMasks(new TrialProtocol([drug, procedure], [visits], []), truth).RuledBy);
    }

    [Fact, Trait("Source", "ByHand")]
    public void RuledBy_TheRulesThatAProtocolCanHave_AreTheFourThatItReads()
    {
        // A rule that is added to the protocol and not to RuledBy would be read too seldom, in silence. `if` of sessions on demand is read at each visit.
        string[] rules =
        [
            .. new[] { typeof(Treatment), typeof(Drug), typeof(Procedure), typeof(Dosing), typeof(Hold), typeof(VisitSchedule), typeof(RepeatedOnDemand), typeof(RepeatedEvery), typeof(ResourceNeed) }
                .SelectMany(type => type.GetProperties().Where(property => property.PropertyType == typeof(ImmutableArray<StateMask>)))
                .Select(property => property.Name).Distinct().Order(),
        ];

        Assert.Equal(["If", "InterruptIf", "ReduceIf", "StopIf", "Until"], rules);
    }

    private static StateMask Bit(int bit) => new(1UL << bit, 1UL << bit);
}
