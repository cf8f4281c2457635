namespace TrialSim.Scenarios.Documents;

/// <summary>What the descriptions of several keys say alike.</summary>
internal static class KeyText
{
    /// <summary>What days can be counted from: randomisation and treatments.</summary>
    public const string Origins = "randomisation, a treatment, or where that has several sessions 'each …' or 'first …' of it";

    /// <summary>What a chance or a change of state can be tied to.</summary>
    public const string Occasions =
        "randomisation, 'first …' or 'each …' of a procedure, a drug (its first dose), a schedule of visits (each kept visit), or an event (each occurrence)";
}
