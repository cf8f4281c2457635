using TrialSim.Statistics;

namespace TrialSim.Engine.Analyses;

/// <summary>One analysis of one replicate. Which numbers mean something follows from <see cref="RowKey.Measure"/>; where <see cref="Reason"/> is set they are 0.</summary>
/// <param name="Patients">Patients that the analysis is about.</param>
/// <param name="Events">Their endpoint events by the cut.</param>
/// <param name="Estimate">The estimate, in the unit of the measure.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Lower">Lower confidence limit.</param>
/// <param name="Upper">Upper confidence limit.</param>
/// <param name="Z">Test statistic; positive when the experimental arm does better.</param>
/// <param name="PValue">P-value on the sides on which the analysis tests.</param>
/// <param name="Verdict">Whether the test rejects.</param>
/// <param name="Reason">Why there is no estimate, where there is none.</param>
public readonly record struct ResultRow(
    int Patients,
    int Events,
    double Estimate,
    double StandardError,
    double Lower,
    double Upper,
    double Z,
    double PValue,
    Verdict Verdict,
    NotEstimable Reason);
