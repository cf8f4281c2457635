using System.Globalization;
using System.Text;
using TrialSim.Cli.Analysis;
using TrialSim.Cli.Analysis.Survival;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Fitting;

/// <summary>Hazards of several arms together: one family by arm, or the control's hazard and an effect for each other arm.</summary>
internal static class HazardBlocks
{
    /// <summary>Of right-censored data, the effects by Cox regression.</summary>
    public static IReadOnlyList<string> OfArms(SurvivalData data, IReadOnlyList<FittedArm> arms, FitUnit unit)
    {
        IReadOnlyList<string> byArm = OfArms(data.Arms, arms, unit);
        if (byArm.Count == 0)
        {
            return [];
        }

        // A column for each arm but the control, one after another.
        bool[] hasEvent = data.Sample.HasEvent;
        double[] isArm = [.. Enumerable.Range(1, arms.Count - 1).SelectMany(arm => data.Sample.Arms.Select(own => own == arm ? 1.0 : 0.0))];
        CoxModelResult cox = CoxModel.Fit(new CoxSample(data.Sample.Starts, data.Sample.Times, hasEvent, [], isArm), TieHandling.Efron);
        string control = YamlOf(arms[0].Families, unit);
        if (!cox.IsEstimable || control.Length == 0)
        {
            return byArm;
        }

        List<string> lines = [.. byArm, "", $"# Or the control's hazard and the hazard ratio of each other arm (Cox regression, Efron's ties). The first line is"];
        lines.Add("# for the event; effects stand beside events under truth. Put the name of your event for death.");
        lines.Add($"hazard: {control}");
        lines.Add("effects:");
        for (int arm = 1; arm < arms.Count; arm++)
        {
            double ratio = Math.Exp(cox.Coefficients[arm - 1]);
            Interval limits = cox.HazardRatioInterval(arm - 1, AnalysisRequest.UsualConfidence);
            lines.Add(Effect(NameOf(data.Arms[arm]), ratio) + $"  # 95 % interval {AnalysisText.Number(limits.Lower)}–{AnalysisText.Number(limits.Upper)}");
        }

        return lines;
    }

    /// <summary>By arm alone: the family that every arm has and whose AIC are smallest together. Nothing for one arm.</summary>
    public static IReadOnlyList<string> OfArms(IReadOnlyList<string> names, IReadOnlyList<FittedArm> arms, FitUnit unit)
    {
        if (arms.Count < 2)
        {
            return [];
        }

        string? family = arms[0].Families
            .Select(own => own.Family)
            .Where(name => arms.All(arm => arm.Families.Any(own => own.Family == name && HazardYaml.Of(own.Hazard, unit) is not null)))
            .OrderBy(name => arms.Sum(arm => AicOf(arm, name)))
            .FirstOrDefault();
        return family is null
            ? []
            :
            [
                $"# All arms by one family, the one with the smallest AIC of all arms together: {family}.",
                .. ByArm([.. names.Select((name, arm) => (NameOf(name), HazardYaml.Of(arms[arm].Families.First(own => own.Family == family).Hazard, unit)!))]),
            ];
    }

    /// <summary>A hazard for each arm.</summary>
    public static IEnumerable<string> ByArm(IReadOnlyList<(string Arm, string Yaml)> hazards) =>
        ["hazard:", "  by_arm:", .. hazards.Select(pair => $"    {pair.Arm}: {pair.Yaml}")];

    /// <summary>A hazard ratio of an arm, as an entry of effects.</summary>
    public static string Effect(string arm, double ratio) =>
        $"  - {{on: death, hazard_ratio: {ratio.ToString("0.######", CultureInfo.InvariantCulture)}, while: {{arm: {arm}}}}}";

    /// <summary>A name that the scenario language takes for an arm: small letters, digits and underscores, a letter first.</summary>
    public static string NameOf(string arm)
    {
        StringBuilder name = new();
        foreach (char letter in arm.ToLowerInvariant())
        {
            name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        }

        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name.ToString() : $"arm_{name}";
    }

    private static string YamlOf(IReadOnlyList<FamilyCurve> families, FitUnit unit) =>
        families.Select(family => HazardYaml.Of(family.Hazard, unit)).FirstOrDefault(yaml => yaml is not null) ?? "";

    private static double AicOf(FittedArm arm, string family) => arm.Families.First(own => own.Family == family).Aic;
}
