using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What looks decide when sequential tests are written and decisions are not.</summary>
internal static class DefaultDecisions
{
    /// <summary>
    /// Stops for efficacy once all tests have rejected and, where all have futility bounds, for futility once all are futile; of several tests also once each is one or the other.
    /// Asked at the looks of the tests but the last of each.
    /// </summary>
    public static Named<DecisionDocument> For(ImmutableArray<ResolvedSequential> tests, ImmutableArray<ResolvedAnalysis> analyses, ImmutableArray<Reference> looks)
    {
        HashSet<string> early =
        [
            .. tests.SelectMany(test => analyses.First(analysis => analysis.Name == test.Name).Looks.SkipLast(1)).Select(look => look.Name),
        ];
        if (early.Count == 0)
        {
            return Named<DecisionDocument>.Empty;
        }

        Listed<string> at = new([.. looks.Select(look => look.Name).Where(early.Contains)]);
        DecisionConditionDocument[] rejected = [.. tests.Select(test => new DecisionConditionDocument { Rejected = test.Name })];
        ResolvedSequential[] canGiveUp = [.. tests.Where(test => test.Written.Futility?.Value is not null || test.Written.TwoStage is not null)];
        DecisionConditionDocument[] futile = [.. canGiveUp.Select(test => new DecisionConditionDocument { Futile = test.Name })];
        ImmutableArray<KeyValuePair<string, DecisionDocument?>>.Builder decisions = ImmutableArray.CreateBuilder<KeyValuePair<string, DecisionDocument?>>();
        Add("stop_for_efficacy", All(rejected), StopWord.Efficacy);
        if (futile.Length == tests.Length)
        {
            Add("stop_for_futility", All(futile), StopWord.Futility);
            if (tests.Length > 1)
            {
                Add(
                    "stop_when_all_is_decided",
                    All([.. rejected.Zip(futile, (yes, no) => new DecisionConditionDocument { Any = new([yes, no]) })]),
                    StopWord.Efficacy);
            }
        }

        return new(decisions.ToImmutable());

        void Add(string name, DecisionConditionDocument condition, StopWord reason) => decisions.Add(KeyValuePair.Create<string, DecisionDocument?>(
            name, new DecisionDocument { At = at, If = condition, Then = new DecisionActionDocument { Stop = reason } }));
    }

    private static DecisionConditionDocument All(DecisionConditionDocument[] parts) => parts.Length == 1 ? parts[0] : new() { All = new([.. parts]) };
}
