using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>A statistical method applied to an endpoint at one or more looks. A closed set.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
public abstract record Analysis(string Name, int Endpoint, ImmutableArray<int> Looks)
{
    /// <summary>Only patients who were randomised at least so many days before the cut count; 0 for all.</summary>
    public double FollowedForDays { get; init; }
}
