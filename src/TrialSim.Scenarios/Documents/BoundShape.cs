namespace TrialSim.Scenarios.Documents;

/// <summary>The shape of bounds of Wang and Tsiatis, written as a word or a number.</summary>
/// <param name="Delta">0 is O'Brien and Fleming's, 0.5 Pocock's.</param>
internal sealed record BoundShape(double Delta)
{
    /// <summary>The word for 0.</summary>
    public const string ObrienFleming = "obrien_fleming";

    /// <summary>The word for 0.5.</summary>
    public const string Pocock = "pocock";
}
