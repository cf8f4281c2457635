using System.Globalization;

namespace TrialSim.Soak;

/// <summary>
/// One figure over the stages of a soak. What grows for ever grows from nearly every stage to the next, so the median of these steps tells of it; a buffer that is laid out once, or let go, is one step among many.
/// </summary>
/// <param name="Name">What is counted.</param>
/// <param name="Figures">At each stage, in order; at least two.</param>
/// <param name="Most">How much it may grow over all stages.</param>
internal sealed record Growth(string Name, IReadOnlyList<double> Figures, double Most)
{
    /// <summary>How much it would grow over all stages at the median step.</summary>
    public double Amount => MedianStep * (Figures.Count - 1);

    /// <summary>Whether that is more than it may be.</summary>
    public bool IsTooMuch => Amount > Most;

    private double MedianStep
    {
        get
        {
            double[] steps = [.. Figures.Skip(1).Select((figure, i) => figure - Figures[i]).Order()];
            return (steps[(steps.Length - 1) / 2] + steps[steps.Length / 2]) / 2;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Amount:+0.0;-0.0;0}");
}
