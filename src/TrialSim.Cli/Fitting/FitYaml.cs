namespace TrialSim.Cli.Fitting;

/// <summary>What a fit found, as lines of YAML.</summary>
internal static class FitYaml
{
    /// <summary>A hazard for each family of an arm.</summary>
    public static IEnumerable<string> OfArm(FittedArm arm, FitUnit unit) => arm.Families.Select(family => HazardYaml.Of(family.Hazard, unit) is string yaml
        ? $"hazard: {yaml}  # {family.Family}"
        : $"# {family.Family}: a scenario cannot hold this hazard.");

    /// <summary>All hazards, with comments between arms.</summary>
    public static string Of(FitOutcome outcome, FitUnit unit)
    {
        List<string> lines = [$"# {outcome.Title}"];
        foreach (FittedArm arm in outcome.Arms.Where(arm => arm.Families.Count > 0))
        {
            lines.AddRange(["", $"# {arm.Heading}", .. OfArm(arm, unit)]);
        }

        if (outcome.Blocks.Count > 0)
        {
            lines.AddRange(["", .. outcome.Blocks]);
        }

        return string.Join('\n', lines) + "\n";
    }
}
