using System.CommandLine;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary>Another effect than the plan's, for what is still to come.</summary>
internal sealed class AssumedEffect
{
    private readonly Option<double?> _share = FormulaOptions.Number(
        "--effect-share", "share", "Assumed effect as a share of the planned one, on the scale of its Z; 1 by default.", share => share is > 0 and <= 10, "write a share above 0, such as 0.7");

    private readonly Option<double?> _hazardRatio = FormulaOptions.HazardRatio("--assumed-hazard-ratio", "The same as a hazard ratio.");

    public void AddTo(Command command)
    {
        command.Options.Add(_share);
        command.Options.Add(_hazardRatio);
    }

    /// <summary>The drift that is assumed.</summary>
    /// <exception cref="UserInputException">It is given twice, or without what it needs.</exception>
    public double DriftOf(ParseResult parsed, SequentialTrial trial)
    {
        FormulaOptions.RefuseBoth(parsed, _share, _hazardRatio, "say the same thing twice. Give one of them.");
        return parsed.GetValue(_hazardRatio) is double ratio
            ? trial.Effect is SurvivalEffect effect
                ? trial.Design.Drift * Math.Log(ratio) / Math.Log(effect.HazardRatio)
                : throw new UserInputException("--assumed-hazard-ratio needs the hazard ratio of the plan. Add --hazard-ratio <ratio>.")
            : trial.Design.Drift * (parsed.GetValue(_share) ?? 1.0);
    }
}
