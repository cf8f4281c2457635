using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Model.Time;
using TrialSim.Results;
using TrialSim.Results.Sizes;
using TrialSim.Scenarios.Parsing;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Cli.Sizes;

/// <summary>A target as it was asked for, before it is known in which unit its characteristic is.</summary>
/// <param name="Name">The characteristic.</param>
/// <param name="Side">On which side of the bound.</param>
/// <param name="BoundText">The bound.</param>
internal sealed record RequestedGoal(CharacteristicName Name, TargetSide Side, string BoundText)
{
    private const string Probability = "probability";

    /// <summary>The option that asks for it.</summary>
    public string Option => Side == TargetSide.AtLeast ? SizeCommand.AtLeast : SizeCommand.AtMost;

    /// <summary>As the command line takes it.</summary>
    public override string ToString() => $"{Name}={BoundText}";

    /// <summary>The target in the unit of its characteristic: times have a unit of their own, as in scenarios, and nothing else has.</summary>
    /// <param name="unit">Unit of the characteristic.</param>
    /// <exception cref="UserInputException">The bound is none in it.</exception>
    public SizeGoal In(string unit)
    {
        double? daysPerUnit = unit switch
        {
            "months" => DaysPer.Month,
            "days" => 1.0,
            _ => null,
        };
        if (daysPerUnit is double perUnit)
        {
            return DurationText.TryDays(BoundText, out double days) && days > 0.0
                ? new SizeGoal(Name, Side, days / perUnit, unit, BoundText)
                : throw Refused($"is a time, and '{BoundText}' is no duration above 0", IsNumber(out _) ? $"{BoundText}mo" : "48mo");
        }

        if (!IsNumber(out double bound))
        {
            throw Refused(
                DurationText.TryDays(BoundText, out _) ? $"is no time, and '{BoundText}' is a duration" : $"cannot be compared with '{BoundText}'",
                unit switch
                {
                    Probability => "0.8",
                    "ratio" => "0.75",
                    _ => "100",
                });
        }

        return unit != Probability || bound is > 0.0 and < 1.0
            ? new SizeGoal(Name, Side, bound, unit, string.Create(CultureInfo.InvariantCulture, $"{bound}"))
            : throw Refused(string.Create(CultureInfo.InvariantCulture, $"is a probability, and {bound} is none between 0 and 1"), "0.8");
    }

    private bool IsNumber(out double number) => double.TryParse(BoundText, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private UserInputException Refused(string why, string suchAs) => new($"{Option}: {Name} {why}. Write such as {Name}={suchAs}.");
}
