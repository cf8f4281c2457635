namespace TrialSim.Results.Data;

/// <summary>One figure of an analysis of patient data, at full precision. A member is missing (null) where the figure has none.</summary>
/// <param name="Method">The method, such as <c>log_rank</c>.</param>
/// <param name="Group">What it is about: an arm, a comparison <c>experimental v control</c>, or a term of a model.</param>
/// <param name="Measure">What it is, such as <c>median</c> or <c>hazard_ratio</c>.</param>
public sealed record AnalysisFigure(string Method, string Group, string Measure)
{
    /// <summary>Visit that the figure is about; empty for none.</summary>
    public string Visit { get; init; } = "";

    /// <summary>Time that the figure is about: a milestone, a horizon, a landmark.</summary>
    public double? Time { get; init; }

    /// <summary>The estimate; +∞ for a time that is not reached.</summary>
    public double? Value { get; init; }

    /// <summary>Standard error of the estimate; of a ratio's logarithm.</summary>
    public double? StandardError { get; init; }

    /// <summary>Lower confidence limit.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper confidence limit; +∞ where it is not reached.</summary>
    public double? Upper { get; init; }

    /// <summary>
    /// The test statistic: chi-square with <see cref="DegreesOfFreedom"/>, t with <see cref="DenominatorDegreesOfFreedom"/>, F with both, Z with neither.
    /// </summary>
    public double? Statistic { get; init; }

    /// <summary>Degrees of freedom of a chi-square, or of the numerator of an F.</summary>
    public double? DegreesOfFreedom { get; init; }

    /// <summary>Degrees of freedom of a t, or of the denominator of an F; need not be whole.</summary>
    public double? DenominatorDegreesOfFreedom { get; init; }

    /// <summary>Two-sided p-value.</summary>
    public double? PValue { get; init; }

    /// <summary>Rows that the figure is computed from.</summary>
    public int? Patients { get; init; }

    /// <summary>Events among them.</summary>
    public int? Events { get; init; }

    /// <summary><c>ok</c>, or why there is no figure.</summary>
    public string Status { get; init; } = "ok";
}
