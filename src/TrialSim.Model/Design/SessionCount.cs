namespace TrialSim.Model.Design;

/// <summary>Sessions of a procedure so far; every patient has one, who never had a session has 0.</summary>
/// <param name="Treatment">Index of the procedure.</param>
public sealed record SessionCount(int Treatment) : Quantity;
