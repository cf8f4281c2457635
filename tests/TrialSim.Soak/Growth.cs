using System.Globalization;

namespace TrialSim.Soak;

/// <summary>One figure over the stages of a soak. What grows for ever has a least value in the second half that lies above the least of the first; a buffer that is there at one look and not at the next has not.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Figures">At each stage, in order.</param>
/// <param name="Most">How much more the second half may hold.</param>
internal sealed record Growth(string Name, IReadOnlyList<double> Figures, double Most)
{
    /// <summary>How much more the second half holds.</summary>
    public double Amount => Figures.Skip(Figures.Count / 2).Min() - Figures.Take(Figures.Count / 2).Min();

    /// <summary>Whether that is more than it may be.</summary>
    public bool IsTooMuch => Amount > Most;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Amount:+0.0;-0.0;0}");
}
