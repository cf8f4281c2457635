using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Sizes;

/// <summary>What a search varies.</summary>
/// <param name="Word">As <c>--vary</c> takes it.</param>
/// <param name="Noun">What it is called in a sentence.</param>
/// <param name="Unit">What stands after a number of it, such as <c> patients</c> or <c>mo</c>; empty for a plain number.</param>
/// <param name="Current">What the scenario has.</param>
/// <param name="Step">The usual difference of two sizes.</param>
/// <param name="Largest">The largest size that is usually looked at.</param>
/// <param name="SettingsAt">The keys that change, and their values, at a size.</param>
internal sealed record SizeVariable(string Word, string Noun, string Unit, decimal Current, decimal Step, decimal Largest, Func<decimal, ImmutableArray<Setting>> SettingsAt)
{
    /// <summary>What is to be known of it beforehand; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The keys that change.</summary>
    public IReadOnlyList<string> Keys => [.. SettingsAt(Current).Select(setting => setting.Key)];

    /// <summary>The head of a column of sizes.</summary>
    public string Header => Unit switch
    {
        "h" => "Hours",
        "d" => "Days",
        "w" => "Weeks",
        "mo" => "Months",
        "y" => "Years",
        "" => "Value",
        _ => char.ToUpperInvariant(Unit[1]) + Unit[2..],
    };

    /// <summary>A size where it is clear what it counts: with the unit of a time only.</summary>
    public string Short(decimal value) => NumberText(value) + (Unit.StartsWith(' ') ? "" : Unit);

    /// <summary>A size with its unit.</summary>
    public string Text(decimal value) => NumberText(value) + Unit;

    /// <summary>A size alone, as a scenario has it.</summary>
    public static string NumberText(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
