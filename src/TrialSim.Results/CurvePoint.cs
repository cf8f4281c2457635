namespace TrialSim.Results;

/// <summary>One row of <c>curves.csv</c>: the Kaplan–Meier curve of an arm at one time, over replicates.</summary>
/// <param name="Look">The look whose data cut the curve is drawn from.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Months">Time since randomisation.</param>
/// <param name="Survival">Mean over replicates of the Kaplan–Meier estimate, 0…1.</param>
/// <param name="Lower">2.5 % quantile over replicates.</param>
/// <param name="Upper">97.5 % quantile over replicates.</param>
/// <param name="AtRisk">Mean number of patients at risk just before this time.</param>
/// <param name="Replicates">Replicates in which the curve reaches this time.</param>
public sealed record CurvePoint(
    string Look,
    string Endpoint,
    string Arm,
    double Months,
    double Survival,
    double Lower,
    double Upper,
    double AtRisk,
    long Replicates);
