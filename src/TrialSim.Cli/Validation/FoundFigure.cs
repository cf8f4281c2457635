namespace TrialSim.Cli.Validation;

/// <summary>What the program wrote where a figure was expected.</summary>
/// <param name="Text">As written.</param>
/// <param name="StandardError">Its Monte Carlo standard error; 0 where it has none, NaN where it should have one and has not.</param>
internal sealed record FoundFigure(string Text, double StandardError = 0.0)
{
    /// <summary>Whether it was rounded for a person to read.</summary>
    public bool IsPrinted { get; init; }

    /// <summary>The number in it.</summary>
    public WrittenFigure? Figure => WrittenFigure.FirstIn(Text);
}
