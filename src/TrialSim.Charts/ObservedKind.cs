namespace TrialSim.Charts;

/// <summary>What fitted curves are drawn over.</summary>
public enum ObservedKind
{
    /// <summary>A step curve and its pointwise confidence limits.</summary>
    KaplanMeier,

    /// <summary>A step curve of interval-censored times, and the bounds between which it is not determined.</summary>
    Turnbull,

    /// <summary>Single figures that the curves pass through.</summary>
    Figures,
}
