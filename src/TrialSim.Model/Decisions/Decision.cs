using System.Collections.Immutable;

namespace TrialSim.Model.Decisions;

/// <summary>A rule that changes the rest of a trial by what a look has shown. It is followed at most once.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Looks">Indices of the looks at which it is asked, after the analyses of the look and the decisions before it in the list.</param>
/// <param name="If">What has to be so.</param>
/// <param name="Then">What is done.</param>
public sealed record Decision(string Name, ImmutableArray<int> Looks, DecisionCondition If, DecisionAction Then);
