namespace TrialSim.Results.Samples;

/// <summary>One row of <c>adverse-events.csv</c>: the share of an arm's patients who are known by the last look to have had an event that can recur, has grades or comes to an end.</summary>
/// <param name="Event">The event.</param>
/// <param name="Arm">The arm.</param>
/// <param name="LeastGrade">The least grade that counts; 0 for any.</param>
/// <param name="Share">Share of the sampled patients, 0…1.</param>
/// <param name="Lower">Lower end of the 95 % Monte Carlo (Wilson) interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="MeanOccurrences">Mean number of occurrences a patient.</param>
/// <param name="Patients">Sampled patients of the arm.</param>
public sealed record AdverseEventShare(string Event, string Arm, int LeastGrade, double Share, double Lower, double Upper, double MeanOccurrences, long Patients);
