namespace TrialSim.Model.Design;

/// <summary>
/// Yes or no: whether something has been found. A patient of whom nothing was looked for counts as no. With a limit of time patients count once it has passed since their
/// randomisation; without one all who are randomised count, by what is known of them.
/// </summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Yes">What makes it yes.</param>
/// <param name="ByDays">Days since randomisation up to which it counts; +∞ for no limit.</param>
/// <param name="Better">Whether more of it is better.</param>
public sealed record BinaryEndpoint(string Name, Finding Yes, double ByDays, BetterDirection Better) : Endpoint(Name);
