namespace TrialSim.Model.Protocol;

/// <summary>A pause of a drug around each session of a procedure.</summary>
/// <param name="Procedure">Index of the procedure.</param>
/// <param name="BeforeDays">Days before the session from which the drug is not taken; where the session is fixed later than that, from the day it is fixed.</param>
/// <param name="Resume">Days from the session until it is taken again.</param>
public sealed record Hold(int Procedure, double BeforeDays, TimeWindow Resume);
