namespace TrialSim.Results.Samples;

/// <summary>One row of <c>accrual.csv</c>: patients randomised by a month since the trial opened.</summary>
/// <param name="Months">Months since the trial opened.</param>
/// <param name="Planned">Patients expected by then by the planned rates, no more than the planned number; none where the rates alone do not tell.</param>
/// <param name="Mean">Mean over replicates.</param>
/// <param name="Lower">2.5 % quantile over replicates.</param>
/// <param name="Upper">97.5 % quantile over replicates.</param>
/// <param name="Replicates">Replicates.</param>
public sealed record AccrualPoint(double Months, double? Planned, double Mean, double Lower, double Upper, long Replicates);
