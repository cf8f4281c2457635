namespace TrialSim.Model.Protocol;

/// <summary>What becomes of a session that has waited as long as a patient waits.</summary>
public enum AfterWaiting
{
    /// <summary>It takes place that day, elsewhere.</summary>
    Treat,

    /// <summary>It does not take place; the next one is planned by the clock, or decided about at visits, as after a session.</summary>
    Skip,

    /// <summary>It does not take place, and the treatment is over for good.</summary>
    Stop,
}
