namespace TrialSim.Model.Design;

/// <summary>The scale on which survival of two arms at a milestone is tested.</summary>
public enum MilestoneTest
{
    /// <summary>The difference of the two probabilities.</summary>
    Plain,

    /// <summary>ln(−ln S), where probabilities of few patients are closer to normal (Klein, Logan, Harhoff and Andersen 2007).</summary>
    LogLog,
}
