namespace TrialSim.Charts;

/// <summary>What a report of patient data draws. A closed set.</summary>
public abstract record PatientPicture
{
    /// <summary>The chart.</summary>
    /// <param name="data">Name of the data file.</param>
    internal abstract Chart ChartOf(string data);
}
