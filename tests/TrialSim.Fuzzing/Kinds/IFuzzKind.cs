using TrialSim.Fuzzing.Mutations;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>Inputs of one kind, and what is expected of the program when it is given one.</summary>
internal interface IFuzzKind
{
    /// <summary>What it is called where inputs are counted.</summary>
    public string Name { get; }

    /// <summary>Makes an input, gives it to the program, and judges what comes back.</summary>
    /// <param name="chance">Where the input comes from.</param>
    /// <param name="place">An empty folder for its files, which is also the current one.</param>
    public Verdict Try(Chance chance, string place);
}
