namespace TrialSim.Model.Decisions;

/// <summary>The effect under which the rest of a trial is judged.</summary>
public enum EffectAssumption
{
    /// <summary>The one that the look estimates.</summary>
    Trend,

    /// <summary>The one that the trial is planned for.</summary>
    Plan,
}
