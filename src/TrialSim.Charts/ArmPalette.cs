namespace TrialSim.Charts;

/// <summary>The colour of each arm, the same in every chart: one of <see cref="OkabeIto"/>.</summary>
public sealed class ArmPalette
{
    /// <summary>Colour of what belongs to no single arm.</summary>
    public const string Neutral = "#57606a";

    private readonly Dictionary<string, string> _colourByArm;

    /// <param name="arms">Arms in the order of the scenario; from the ninth on colours repeat.</param>
    public ArmPalette(IReadOnlyList<string> arms)
    {
        Arms = arms;
        Colours = [.. arms.Select((_, index) => OkabeIto.Of(index))];
        _colourByArm = arms.Zip(Colours).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>Arms in the order of the scenario.</summary>
    public IReadOnlyList<string> Arms { get; }

    /// <summary>Colours as <c>#RRGGBB</c>, one an arm, in the order of <see cref="Arms"/>.</summary>
    public IReadOnlyList<string> Colours { get; }

    /// <summary>The colour of an arm, or of the experimental arm of a comparison <c>experimental v control</c>; otherwise <see cref="Neutral"/>.</summary>
    public string ColourOf(string armOrComparison)
    {
        string arm = armOrComparison.Split(" v ")[0];
        return _colourByArm.GetValueOrDefault(arm, Neutral);
    }
}
