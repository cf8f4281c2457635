namespace TrialSim.Results.Formulas;

/// <summary>A figure of a design formula beside the simulated one; or, where there is no formula, the reason.</summary>
/// <param name="Look">The look; empty for all.</param>
/// <param name="Endpoint">The endpoint; empty for the time of the look, or for all.</param>
/// <param name="Analysis">The analysis; empty for counts, or for all.</param>
/// <param name="Arm">The arm, or <c>experimental v control</c> for a comparison; empty for all arms together.</param>
/// <param name="Measure">What is compared: one of <see cref="Measures"/>; empty where there is no formula.</param>
/// <param name="Unit">The unit of the figures.</param>
/// <param name="Method">The formula, snake_case; <see cref="NoFormula"/> where there is none.</param>
/// <param name="Formula">What it gives; empty where there is none.</param>
/// <param name="Simulated">The operating characteristic beside it; one without a value where the run has none.</param>
/// <param name="Distance">Simulated minus formula in Monte Carlo standard errors; empty where either is missing or the simulated figure has no error.</param>
/// <param name="Note">What strains the formula, or why there is none; may be empty.</param>
public sealed record FormulaCheck(
    string Look,
    string Endpoint,
    string Analysis,
    string Arm,
    string Measure,
    string Unit,
    string Method,
    double? Formula,
    OperatingCharacteristic Simulated,
    double? Distance,
    string Note)
{
    /// <summary>The method of a row that says why there is no formula.</summary>
    public const string NoFormula = "none";

    /// <summary>Schoenfeld's formula, a second opinion beside that of the row before.</summary>
    public const string SecondOpinion = "schoenfeld";

    /// <summary>A distance from which on a figure deserves a look. Formulas are approximations, so it proves no error.</summary>
    public const double NotableDistance = 3.0;

    /// <summary>The largest distance that is printed; beyond it figures say no more.</summary>
    public const double LargestShownDistance = 1_000.0;

    /// <summary>What has no formula, in words; empty where there is one.</summary>
    public string WhyNot
    {
        get
        {
            string[] about = [Analysis.Length > 0 ? Analysis : Endpoint, Arm, Look.Length > 0 ? $"look {Look}" : ""];
            return Formula is null ? $"No formula for {string.Join(", ", about.Where(part => part.Length > 0))}: {Note}" : "";
        }
    }
}
