using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>A variable of the protocol: what is recorded of each patient to be analysed. A closed set.</summary>
/// <param name="Name">Name in the scenario.</param>
public abstract record Endpoint(string Name)
{
    /// <summary>Events that change what the variable is, or what it means, with the strategy for each (ICH E9(R1)); those not named are ignored.</summary>
    public ImmutableArray<IntercurrentEvent> IntercurrentEvents { get; init; } = [];
}
