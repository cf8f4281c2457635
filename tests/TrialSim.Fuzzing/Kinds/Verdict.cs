namespace TrialSim.Fuzzing.Kinds;

/// <summary>What came of an input.</summary>
/// <param name="WasAccepted">Whether the program took it as good.</param>
/// <param name="Fault">What is wrong with how the program behaved; empty where nothing is.</param>
internal readonly record struct Verdict(bool WasAccepted, string Fault)
{
    /// <summary>Taken as good, and rightly.</summary>
    public static Verdict Accepted { get; } = new(true, "");

    /// <summary>Refused as it should be.</summary>
    public static Verdict Refused { get; } = new(false, "");

    /// <summary>The program has behaved as it never should.</summary>
    public static Verdict Of(string fault) => new(false, fault);
}
