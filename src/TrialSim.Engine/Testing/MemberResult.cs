namespace TrialSim.Engine.Testing;

/// <summary>What a look shows of one test of a family.</summary>
/// <param name="IsTested">Whether the look does the test: it could be done, its arms have not been dropped, and with bounds it adds information.</param>
/// <param name="Rejects">Whether its own criterion, or the bound of its own plan, rejects.</param>
/// <param name="PValue">On the sides of the test; the raw one.</param>
/// <param name="Z">Positive when the experimental arm does better.</param>
internal readonly record struct MemberResult(bool IsTested, bool Rejects, double PValue, double Z);
