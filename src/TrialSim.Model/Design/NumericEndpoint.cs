namespace TrialSim.Model.Design;

/// <summary>A number for each patient of whom there is one.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Quantity">Which number.</param>
/// <param name="Better">Which values are better.</param>
public sealed record NumericEndpoint(string Name, Quantity Quantity, BetterDirection Better) : Endpoint(Name);
