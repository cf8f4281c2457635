namespace TrialSim.Charts;

/// <summary>The parts of a report that hold charts: its order is that of ADEMP (Morris, White and Crowther 2019, Statistics in Medicine 38:2074).</summary>
public enum ReportPart
{
    /// <summary>What is assumed, and what it makes of patients: the design, the truth, accrual, markers, adverse events, resources.</summary>
    DataGeneration,

    /// <summary>How the trial is analysed and when it stops.</summary>
    Methods,

    /// <summary>Operating characteristics.</summary>
    Performance,

    /// <summary>Single simulated trials.</summary>
    Examples,
}
