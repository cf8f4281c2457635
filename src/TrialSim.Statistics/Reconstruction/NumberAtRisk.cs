namespace TrialSim.Statistics.Reconstruction;

/// <summary>A number printed below a Kaplan–Meier curve.</summary>
public readonly record struct NumberAtRisk
{
    /// <summary>A number printed below a curve.</summary>
    /// <param name="days">0 or above.</param>
    /// <param name="patients">0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure lies outside its range.</exception>
    public NumberAtRisk(double days, int patients)
    {
        Days = Require.NonNegativeFinite(days);
        ArgumentOutOfRangeException.ThrowIfNegative(patients);
        Patients = patients;
    }

    /// <summary>Day, 0 or above.</summary>
    public double Days { get; }

    /// <summary>Patients still under observation without the event just before that day.</summary>
    public int Patients { get; }
}
