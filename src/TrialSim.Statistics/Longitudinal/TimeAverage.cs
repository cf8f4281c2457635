namespace TrialSim.Statistics.Longitudinal;

/// <summary>Over what the means of a visit are averaged, which matters when groups differ in size.</summary>
public enum TimeAverage
{
    /// <summary>Over patients: R's <c>aov</c>, and <c>ez::ezANOVA</c> by default; sums of squares of type I and II.</summary>
    Patients,

    /// <summary>Over groups: SPSS and SAS by default; sums of squares of type III.</summary>
    Groups,
}
