using System.Collections.Immutable;
using TrialSim.Model.Dependence;
using TrialSim.Model.Truth;

namespace TrialSim.Model.NullHypotheses;

/// <summary>
/// The truth in which what tests compare is in every arm as in the control. Conditions lose what tells arms apart, hazards by arm become the control's, and what happens at sessions or visits
/// that the control does not have no longer changes anything; draws keep their keys. What the tests do not depend on stays as it is.
/// </summary>
internal static class NullTruth
{
    /// <summary>Derives it.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="tests">Indices of the analyses that test.</param>
    /// <param name="control">Index of the control arm.</param>
    public static TrialTruth Of(Trial trial, ImmutableArray<int> tests, int control)
    {
        ControlFacts facts = new(trial, control);
        TrialTruth truth = trial.Truth;
        TrialTruth alike = truth with
        {
            Events = [.. truth.Events.Select(one => Alike(one, facts))],
            Effects = [.. truth.Effects.Select(effect => effect with { While = facts.Simplify(effect.While) })],
            States = [.. truth.States.Select(state => Alike(state, facts))],
            Markers = [.. truth.Markers.Select(marker => Alike(marker, facts))],
        };
        Influences influences = Influences.On(trial with { Truth = alike }, tests);
        return truth with
        {
            Events = [.. truth.Events.Select((one, index) => influences.Events.Contains(index) ? alike.Events[index] : one)],
            Effects =
            [
                .. truth.Effects.Select((effect, index) => influences.Events.Contains(effect.Event) ? alike.Effects[index] : effect).Where(effect => !effect.While.IsEmpty),
            ],
            States = [.. truth.States.Select((state, index) => influences.States.Contains(index) ? alike.States[index] : state)],
            Markers = [.. truth.Markers.Select((marker, index) => influences.Markers.Contains(index) ? alike.Markers[index] : marker)],
        };
    }

    private static ClinicalEvent Alike(ClinicalEvent one, ControlFacts facts) => one with
    {
        Hazards = facts.Simplify(one.Hazards),
        HazardsBefore = facts.Simplify(one.HazardsBefore),
        Chances =
        [
            .. one.Chances.Where(chance => facts.Meets(chance.At)).Select(chance => chance with
            {
                Rules = [.. chance.Rules.Select(rule => rule with { If = facts.Simplify(rule.If) }).Where(rule => !rule.If.IsEmpty)],
            }),
        ],
        When = facts.Simplify(one.When),
        OnlyWhile = facts.Simplify(one.OnlyWhile),
    };

    private static ClinicalState Alike(ClinicalState state, ControlFacts facts) => state with
    {
        Changes =
        [
            .. state.Changes.Where(change => facts.Meets(change.At)).Select(change => change with
            {
                Rules = [.. change.Rules.Select(rule => rule with { If = facts.Simplify(rule.If) }).Where(rule => !rule.If.IsEmpty)],
            }),
        ],
    };

    private static Marker Alike(Marker marker, ControlFacts facts) => marker with
    {
        Profiles =
        [
            .. marker.Profiles.Where(profile => facts.Meets(profile.Since))
                .Select(profile => profile with { If = facts.Simplify(profile.If) }).Where(profile => !profile.If.IsEmpty),
        ],
    };
}
