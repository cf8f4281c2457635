using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Scenarios.Resolution;

/// <summary>The bounds of one sequential test: from what is written to plans of the statistics library, and to what is written in full.</summary>
/// <param name="fractions">Planned information fraction of each look.</param>
/// <param name="path">Place of the test.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class BoundsResolver(double[] fractions, DocumentPath path, ProblemList problems)
{
    private static readonly string[] EfficacyForms = ["spending", "shape", "z"];
    private static readonly string[] FutilityFigures = ["rho", "gamma", "beta", "assuming"];
    private static readonly string[] FutilityForms = ["spending", "z", "hazard_ratio", "conditional_power"];

    /// <summary>The efficacy bounds; null, with the reason reported, when what was written makes none.</summary>
    public EfficacyPlan? Efficacy(EfficacyDocument document, double oneSidedAlpha)
    {
        DocumentPath place = path.Key("efficacy");
        string form = Choice.ExactlyOne(document, EfficacyForms, place, problems);
        if (form.Length > 0 && form != "spending")
        {
            RefuseOther(document, form, ["rho", "gamma"], place);
        }

        if (problems.HasErrorIn(place))
        {
            return null;
        }

        return form switch
        {
            "spending" => SpendingResolver.Resolve(document.Spending!, (document.Rho, document.Gamma), oneSidedAlpha, fractions, place, problems) is { } spending
                ? EfficacyPlan.FromSpending(spending, [])
                : null,
            "shape" => EfficacyPlan.OnZ(oneSidedAlpha, SequentialBounds.WangTsiatis(oneSidedAlpha, document.Shape!.Delta, fractions).Efficacy),
            "z" => OnZ(document.Z!, oneSidedAlpha, place.Key("z")),
            _ => null,
        };
    }

    /// <summary>The futility bounds; null, with the reason reported, when what was written makes none.</summary>
    /// <param name="document">What was written; null for none.</param>
    /// <param name="beta">The probability of missing the effect, where it is spent.</param>
    /// <param name="plannedHazardRatio">The hazard ratio that the drift stands for; null where that is unknown.</param>
    public FutilityPlan? Futility(FutilityDocument? document, double beta, double? plannedHazardRatio)
    {
        DocumentPath place = path.Key("futility");
        if (document is null)
        {
            return FutilityPlan.None;
        }

        string form = Choice.ExactlyOne(document, FutilityForms, place, problems);
        string[] own = form switch { "spending" => ["rho", "gamma", "beta"], "conditional_power" => ["assuming"], _ => [] };
        if (form.Length > 0)
        {
            RefuseOther(document, form, [.. FutilityFigures.Except(own)], place);
        }

        if (problems.HasErrorIn(place))
        {
            return null;
        }

        switch (form)
        {
            case "spending":
                return SpendingResolver.Resolve(document.Spending!, (document.Rho, document.Gamma), beta, fractions, place, problems) is { } spending
                    ? FutilityPlan.FromSpending(spending, [])
                    : null;
            case "z":
                return Figures(document.Z!, double.NegativeInfinity, place.Key("z")) is { } z ? FutilityPlan.OnZ(z) : null;
            case "hazard_ratio" when plannedHazardRatio is { } planned:
                return Figures(document.HazardRatio!, double.PositiveInfinity, place.Key("hazard_ratio")) is { } ratios ? FutilityPlan.OnHazardRatio(ratios, planned) : null;
            case "hazard_ratio":
                problems.Error(place.Key("hazard_ratio"), "Only a log_rank or cox test of two arms against no difference has a hazard ratio at its bounds. Write z or conditional_power.");
                return null;
            case "conditional_power":
                return Figures(document.ConditionalPower!, 0.0, place.Key("conditional_power")) is not { } power ? null
                    : document.Assuming == EffectAssumption.Trend ? FutilityPlan.OnTrend(power) : FutilityPlan.OnConditionalPower(power);
            default:
                return null;
        }
    }

    /// <summary>Reports a futility bound at or above the efficacy bound of its look.</summary>
    /// <param name="bounds">At the planned information.</param>
    /// <param name="looks">Names of the looks.</param>
    public void RefuseFutilityAbove(SequentialBounds bounds, ImmutableArray<Reference> looks)
    {
        int above = Enumerable.Range(0, bounds.Looks - 1).FirstOrDefault(look => bounds.Futility[look] >= bounds.Efficacy[look], -1);
        if (above >= 0)
        {
            problems.Error(
                path.Key("futility"),
                $"At '{looks[above].Name}' the futility bound lies at or above the efficacy bound of Z {Figure.Of(bounds.Efficacy[above])}, so nobody could go on. Write a lower bound, or none.");
        }
    }

    private EfficacyPlan? OnZ(Listed<OrNone<Number>> written, double oneSidedAlpha, DocumentPath place)
    {
        if (written.Items.Length != fractions.Length)
        {
            problems.Error(place, $"The number of bounds listed is {written.Items.Length}, that of looks {fractions.Length}. Write a Z, or none, for each look.");
            return null;
        }

        if (written.Items[^1]!.Value is null)
        {
            problems.Error(place[fractions.Length - 1], "The last look has no bound, so that it could not reject. Write its Z.");
            return null;
        }

        double[] z = [.. written.Items.Select(bound => bound!.Value?.Value ?? double.PositiveInfinity)];
        double error = new SequentialBounds(fractions, z, SequentialBounds.Unbounded(z.Length), FutilityRule.NonBinding).OneSidedError;
        if (error > oneSidedAlpha * 1.01)
        {
            problems.Warning(place, $"With these bounds the one-sided error is {Figure.Of(error)} at the planned information, more than the {Figure.Of(oneSidedAlpha)} of the test.");
        }

        return EfficacyPlan.OnZ(oneSidedAlpha, z);
    }

    private double[]? Figures(Listed<OrNone<Number>> written, double none, DocumentPath place)
    {
        if (written.Items.Length == fractions.Length - 1)
        {
            return [.. written.Items.Select(bound => bound!.Value?.Value ?? none)];
        }

        problems.Error(
            place,
            fractions.Length == 1
                ? "The analysis has one look, at which it rejects or does not. Remove futility, or name earlier looks in its 'at'."
                : written.Items.Length == fractions.Length
                    ? $"{written.Items.Length} bounds are listed, one of them for the last look, where a test rejects or does not. Write {fractions.Length - 1}: one, or none, for each look before."
                    : $"The number of bounds listed is {written.Items.Length}, that of looks {fractions.Length}. Write one, or none, for each look but the last.");
        return null;
    }

    private void RefuseOther(object document, string form, string[] others, DocumentPath place)
    {
        foreach (string key in Choice.Written(document).Intersect(others))
        {
            problems.Error(place.Key(key), $"'{key}' has no meaning for bounds by {form}. Remove it.");
        }
    }
}
