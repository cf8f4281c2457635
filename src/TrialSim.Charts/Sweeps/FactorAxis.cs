using System.Text.Json.Nodes;
using TrialSim.Charts.Specs;
using TrialSim.Results.Sweeps;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Sweeps;

/// <summary>The axis of what a sweep varies: of numbers and durations to scale, of others one place after the next.</summary>
internal static class FactorAxis
{
    /// <summary>Place of each level.</summary>
    public static double[] PositionsOf(SweepFactor factor) => factor.IsNumeric
        ? [.. factor.Levels.Select(level => level.Position!.Value)]
        : [.. factor.Levels.Select((_, index) => (double)index)];

    /// <summary>Title with the unit.</summary>
    public static string TitleOf(SweepFactor factor) => factor.Name + (factor.IsNumeric && factor.Unit.Length > 0 ? $" ({UnitOf(factor)})" : "");

    /// <summary>The unit in words; empty for plain numbers.</summary>
    public static string UnitOf(SweepFactor factor) => factor.Unit switch
    {
        "h" => "hours",
        "d" => "days",
        "w" => "weeks",
        "mo" => "months",
        "y" => "years",
        _ => "",
    };

    /// <summary>The axis.</summary>
    /// <param name="factor">What varies along it.</param>
    /// <param name="field">The field of the positions.</param>
    /// <param name="domain">Its ends.</param>
    public static JsonObject Of(SweepFactor factor, string field, (double From, double To) domain)
    {
        JsonObject axis = new() { ["title"] = TitleOf(factor), ["grid"] = false, ["titleLimit"] = SpecTheme.Width };
        if (factor.IsNumeric)
        {
            axis["format"] = "~f";
        }
        else
        {
            axis["values"] = Numbers(PositionsOf(factor));
            axis["labelExpr"] = $"{Strings(factor.Levels.Select(level => level.Label)).ToJsonString(SpecJson.Options)}[datum.value]";
            axis["labelOverlap"] = true;
        }

        JsonObject channel = Quantity(field);
        channel["scale"] = new JsonObject { ["domain"] = Numbers(domain.From, domain.To), ["nice"] = false, ["zero"] = false };
        channel["axis"] = axis;
        return channel;
    }

    /// <summary>From the first place to the last, with some air; places one after the next have half a step on either side.</summary>
    public static (double From, double To) DomainOf(SweepFactor factor)
    {
        double[] positions = PositionsOf(factor);
        double air = !factor.IsNumeric ? 0.5 : positions.Length > 1 ? 0.03 * (positions.Max() - positions.Min()) : 0.5;
        return (positions.Min() - air, positions.Max() + air);
    }
}
