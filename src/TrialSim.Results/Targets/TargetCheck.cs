using TrialSim.Model.Targets;

namespace TrialSim.Results.Targets;

/// <summary>A target beside what was simulated.</summary>
/// <param name="Target">The target.</param>
/// <param name="Reported">Its figure in the unit of <paramref name="Simulated"/>.</param>
/// <param name="Simulated">The figure of the run.</param>
/// <param name="Allowed">How far the two may lie apart, in the same unit: the tolerance, or what Monte Carlo error explains; empty where that is not known.</param>
/// <param name="Verdict">Whether it is met.</param>
/// <param name="Note">Why it could not be judged, or what weakens the verdict; may be empty.</param>
public sealed record TargetCheck(Target Target, double Reported, OperatingCharacteristic Simulated, double? Allowed, TargetVerdict Verdict, string Note)
{
    /// <summary>Its name.</summary>
    public string Name => Target.Name;

    /// <summary>Study and place, as written; may be empty.</summary>
    public string Source => Target.Source;

    /// <summary>Whether the figures are months.</summary>
    public bool IsTime => Target.IsTime;

    /// <summary>Where the figure comes from, in a word: <c>reported</c>, <c>assumption</c> or <c>exact</c>.</summary>
    public string Basis => Target.Basis switch
    {
        TargetBasis.Reported => "reported",
        TargetBasis.Assumption => "assumption",
        TargetBasis.Exact => "exact",
        _ => throw new InvalidOperationException($"No word for {Target.Basis}."),
    };
}
