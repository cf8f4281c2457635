using System.Collections.Immutable;
using TrialSim.Model.Decisions;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Which decisions a trial takes, whether or not it goes on after its stop.</summary>
internal static class TakenDecisions
{
    /// <summary>The look at which a decision is taken; −1 where it is not, or only because the trial has not stopped when it should have.</summary>
    /// <param name="result">The replicate.</param>
    /// <param name="decisions">The decisions, in the order in which a look asks them.</param>
    /// <param name="decision">Index of one.</param>
    public static int LookOf(in ReplicateResult result, ImmutableArray<Decision> decisions, int decision)
    {
        int look = result.DecisionLooks[decision];
        return look < 0 || !result.IsBeforeEnd(look) || (look == result.Outcome.StopLook && IsAfterStop(result, decisions, decision)) ? -1 : look;
    }

    private static bool IsAfterStop(in ReplicateResult result, ImmutableArray<Decision> decisions, int decision)
    {
        for (int earlier = 0; earlier < decision; earlier++)
        {
            if (decisions[earlier].Then is DecisionAction.StopTrial && result.DecisionLooks[earlier] == result.Outcome.StopLook)
            {
                return true;
            }
        }

        return false;
    }
}
