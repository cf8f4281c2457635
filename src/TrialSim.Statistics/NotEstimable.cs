namespace TrialSim.Statistics;

/// <summary>
/// Why an analysis has no answer. Numbers of a result that is not estimable are 0 unless its own type says otherwise; they are
/// never NaN.
/// </summary>
public enum NotEstimable
{
    /// <summary>The result is estimable.</summary>
    None,

    /// <summary>There are no patients.</summary>
    NoPatients,

    /// <summary>There are no events.</summary>
    NoEvents,

    /// <summary>At no event is anybody at risk in one of the two arms: the arm is empty, or was followed for too short a time.</summary>
    OneArmEmpty,

    /// <summary>The estimate has no variance to be judged by, as when everybody has the event at once or nobody has.</summary>
    NoVariance,

    /// <summary>The curve does not come down, or is not followed, that far.</summary>
    NotReached,

    /// <summary>The likelihood rises for ever: all events that tell the arms apart are in one of them.</summary>
    Diverges,

    /// <summary>There are fewer patients, or fewer visits, than the method has unknowns.</summary>
    TooFewObservations,

    /// <summary>Columns of the design matrix depend on each other, so that their coefficients cannot be told apart.</summary>
    Collinear,

    /// <summary>An exact enumeration of the possible outcomes would not end in reasonable time.</summary>
    TooManyOutcomes,

    /// <summary>No design within the limits meets the error rates that are asked for.</summary>
    NoDesign,

    /// <summary>An event on day 0, which has probability density 0 or infinity under the model.</summary>
    EventAtStart,

    /// <summary>The likelihood is largest at the edge of what the model allows, where errors have no meaning.</summary>
    OnBoundary,

    /// <summary>The iteration came to its limit before the answer had settled.</summary>
    NotConverged,

    /// <summary>The likelihood has no maximum in the family: it rises all the way to a limit that lies outside.</summary>
    NoMaximum,
}
