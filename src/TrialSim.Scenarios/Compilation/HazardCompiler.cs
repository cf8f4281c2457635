using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Compilation;

/// <summary>Trees of choices by arm and covariate to a flat list of choices.</summary>
internal sealed class HazardCompiler(StateBitTable bits, ConditionCompiler conditions, ProblemList problems)
{
    /// <summary>The choices; together they hold for every patient.</summary>
    public ImmutableArray<HazardChoice> Compile(ResolvedHazard hazard, DocumentPath path)
    {
        ImmutableArray<HazardChoice> choices = [.. Flatten(hazard, StateMask.Always).Take(Limits.Terms + 1)];
        if (choices.Length > Limits.Terms)
        {
            problems.Error(path, $"This hazard has more than {Limits.Terms} combinations of arm and levels. Write it simpler, or use effects.");
        }

        return choices;
    }

    private IEnumerable<HazardChoice> Flatten(ResolvedHazard hazard, StateMask when) => hazard switch
    {
        ResolvedHazard.Single single => [new HazardChoice(when, single.Hazard)],
        ResolvedHazard.Cure cure => Flatten(cure.Uncured, when)
            .Select(choice => choice with { Hazard = new CureMixtureHazard(cure.CuredProbability, choice.Hazard) }),
        ResolvedHazard.ByArm byArm => byArm.Arms.SelectMany(choice => Narrow(new ArmBit(0, choice.Arm.Index), choice.Hazard, when)),
        ResolvedHazard.ByLevel byLevel => byLevel.Levels.SelectMany(
            choice => Narrow(new LevelBit(0, byLevel.Covariate.Index, choice.Level.Index), choice.Hazard, when)),
        _ => throw new InvalidOperationException("A hazard of an unknown kind."),
    };

    private IEnumerable<HazardChoice> Narrow(StateBit fact, ResolvedHazard hazard, StateMask when)
    {
        ulong mask = bits.MaskOf(fact);
        return conditions.Both(when, new StateMask(mask, mask)).SelectMany(both => Flatten(hazard, both));
    }
}
