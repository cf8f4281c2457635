using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Which decisions a trial takes, whether or not it goes on after its stop.</summary>
/// <param name="design">The design, with the decisions in the order in which a look asks them.</param>
internal sealed class TakenDecisions(TrialDesign design)
{
    private readonly ImmutableArray<Decision> _decisions = design.Decisions;
    private readonly ImmutableArray<Look> _looks = design.Looks;

    /// <summary>The look at which a decision is taken; −1 where it is not, or only because the trial has not stopped when it should have.</summary>
    /// <param name="result">The replicate.</param>
    /// <param name="decision">Index of the decision.</param>
    public int LookOf(in ReplicateResult result, int decision)
    {
        int look = result.DecisionLooks[decision];
        return look < 0 || (result.Outcome.StopLook >= 0 && IsAfterStop(result, look, decision)) ? -1 : look;
    }

    private bool IsAfterStop(in ReplicateResult result, int look, int decision)
    {
        if (look != result.Outcome.StopLook)
        {
            return result.DayOf(look).Value + _looks[look].DecidedAfterDays > result.Outcome.EndDay.Value;
        }

        for (int earlier = 0; earlier < decision; earlier++)
        {
            if (_decisions[earlier].Then is DecisionAction.StopTrial && result.DecisionLooks[earlier] == look)
            {
                return true;
            }
        }

        return false;
    }
}
