namespace TrialSim.Scenarios.Documents;

/// <summary>A function that spends an error over information.</summary>
internal enum SpendingFunction
{
    /// <summary>Lan and DeMets, near O'Brien and Fleming's bounds.</summary>
    ObrienFleming,

    /// <summary>Lan and DeMets, near Pocock's bounds.</summary>
    Pocock,

    /// <summary>Kim and DeMets: a power of the information fraction.</summary>
    KimDemets,

    /// <summary>Hwang, Shih and DeCani.</summary>
    HwangShihDecani,
}
