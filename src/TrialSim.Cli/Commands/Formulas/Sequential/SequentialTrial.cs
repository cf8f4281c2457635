using TrialSim.Cli.Terminal;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary>A group-sequential trial of the command line.</summary>
/// <param name="Description">How its bounds are made.</param>
/// <param name="Plan">The same, for other information.</param>
/// <param name="EfficacyFor">Its efficacy bounds for another one-sided error.</param>
/// <param name="PlannedFractions">Of the looks.</param>
/// <param name="Design">Bounds and probabilities at the information there is or is planned; the drift is the plan's.</param>
/// <param name="OneSidedAlpha">The whole error.</param>
/// <param name="Effect">What its drift stands for; null where no hazard ratio was given.</param>
/// <param name="HasNew">Whether <paramref name="Design"/> stands at observed information.</param>
internal sealed record SequentialTrial(
    string Description,
    SequentialPlan Plan,
    Func<double, EfficacyPlan> EfficacyFor,
    double[] PlannedFractions,
    SequentialDesign Design,
    double OneSidedAlpha,
    SurvivalEffect? Effect,
    bool HasNew)
{
    public SequentialBounds Bounds => Design.Bounds;

    public bool IsTwoSided => Plan.Futility == FutilityPlan.Mirrored;

    public bool HasFutility => !IsTwoSided && Bounds.Futility[..^1].Any(double.IsFinite);

    /// <summary>Events of a look; only with an effect.</summary>
    public double EventsAt(int look) => Effect!.EventsOf(Design.Drift) * Bounds.InformationFractions[look];

    /// <summary>The hazard ratio of a Z at a look; only with an effect.</summary>
    public string HazardRatioAt(double z, int look) => double.IsInfinity(z)
        ? "none"
        : FormulaText.Figure(Effect!.RatioOf(z / Math.Sqrt(Bounds.InformationFractions[look]), Design.Drift));

    /// <summary>The first lines of what is printed.</summary>
    public void Describe(TerminalStreams streams)
    {
        string sides = IsTwoSided
            ? $"two-sided alpha {FormulaText.Given(2.0 * OneSidedAlpha)}"
            : $"one-sided alpha {FormulaText.Given(OneSidedAlpha)}";
        string effect = Effect is null ? "" : $", hazard ratio {FormulaText.Given(Effect.HazardRatio)}, ratio {FormulaText.Given(Effect.Ratio)}:1";
        FormulaText.Line(streams, $"Bounds: {Description}; {sides}, power {FormulaText.Given(Design.Power)}{effect}.");
        if (HasNew)
        {
            FormulaText.Line(streams, "The bounds are those of the information that was observed, at the effect and the maximum of the plan.");
        }
    }
}
