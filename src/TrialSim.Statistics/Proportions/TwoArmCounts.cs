namespace TrialSim.Statistics.Proportions;

/// <summary>Responders of two arms: a 2×2 table. More responders count as better; count the patients without an event where fewer events do.</summary>
public readonly record struct TwoArmCounts
{
    /// <summary>Counts of both arms.</summary>
    /// <param name="controlResponders">From 0 to <paramref name="controlPatients"/>.</param>
    /// <param name="controlPatients">0 or above.</param>
    /// <param name="experimentalResponders">From 0 to <paramref name="experimentalPatients"/>.</param>
    /// <param name="experimentalPatients">0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 0, or there are more responders than patients.</exception>
    public TwoArmCounts(long controlResponders, long controlPatients, long experimentalResponders, long experimentalPatients)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(controlResponders);
        ArgumentOutOfRangeException.ThrowIfNegative(experimentalResponders);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(controlResponders, controlPatients);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(experimentalResponders, experimentalPatients);
        ControlResponders = controlResponders;
        ControlPatients = controlPatients;
        ExperimentalResponders = experimentalResponders;
        ExperimentalPatients = experimentalPatients;
    }

    /// <summary>Responders of the control arm.</summary>
    public long ControlResponders { get; }

    /// <summary>Patients of the control arm.</summary>
    public long ControlPatients { get; }

    /// <summary>Responders of the experimental arm.</summary>
    public long ExperimentalResponders { get; }

    /// <summary>Patients of the experimental arm.</summary>
    public long ExperimentalPatients { get; }

    /// <summary>Patients of both arms.</summary>
    public long Patients => ControlPatients + ExperimentalPatients;

    /// <summary>Responders of both arms.</summary>
    public long Responders => ControlResponders + ExperimentalResponders;

    /// <summary>Share of responders in the control arm; 0 in an empty arm.</summary>
    public double ControlProportion => ControlPatients == 0 ? 0.0 : (double)ControlResponders / ControlPatients;

    /// <summary>Share of responders in the experimental arm; 0 in an empty arm.</summary>
    public double ExperimentalProportion => ExperimentalPatients == 0 ? 0.0 : (double)ExperimentalResponders / ExperimentalPatients;

    /// <summary>Why the two arms cannot be compared by a test, or <see cref="NotEstimable.None"/>.</summary>
    internal NotEstimable TestReason =>
        Patients == 0 ? NotEstimable.NoPatients
        : ControlPatients == 0 || ExperimentalPatients == 0 ? NotEstimable.OneArmEmpty
        : Responders == 0 || Responders == Patients ? NotEstimable.NoVariance
        : NotEstimable.None;

    /// <summary>Why the two arms cannot be compared by an interval, which needs patients only.</summary>
    internal NotEstimable IntervalReason =>
        Patients == 0 ? NotEstimable.NoPatients
        : ControlPatients == 0 || ExperimentalPatients == 0 ? NotEstimable.OneArmEmpty
        : NotEstimable.None;

    /// <summary>The same trial with the arms' names exchanged.</summary>
    internal TwoArmCounts Swapped => new(ExperimentalResponders, ExperimentalPatients, ControlResponders, ControlPatients);
}
