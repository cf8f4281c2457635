namespace TrialSim.Model.Design;

/// <summary>
/// Something that may come to be known of a patient, on a day: what starts a clock, makes a responder, divides patients into groups or intervenes. A closed set.
/// </summary>
public abstract record Finding
{
    private protected Finding()
    {
    }
}
