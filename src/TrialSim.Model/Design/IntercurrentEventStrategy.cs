namespace TrialSim.Model.Design;

/// <summary>
/// What is made of an intercurrent event, by the names of ICH E9(R1), 2019. On a day on which both come to be known, what counts comes before what intervenes.
/// </summary>
public enum IntercurrentEventStrategy
{
    /// <summary>Nothing: what comes after it counts as if it had not been.</summary>
    TreatmentPolicy,

    /// <summary>
    /// Only what comes before it counts. Of a time to an event it is a competing event: rank tests and curves are censored there, a cumulative incidence is not. Of a yes or no, what is
    /// found later does not count.
    /// </summary>
    WhileOnTreatment,

    /// <summary>It is part of the endpoint: of a time to an event an event like the others, of a yes or no the worse of the two, whenever it comes.</summary>
    Composite,

    /// <summary>
    /// What would have been without it, taking it to tell nothing of that. A time to an event is censored there. Who had not been found by then is left out of a yes or no.
    /// </summary>
    Hypothetical,
}
