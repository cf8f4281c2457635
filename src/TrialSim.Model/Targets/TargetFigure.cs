namespace TrialSim.Model.Targets;

/// <summary>Which figure of a run a target is about.</summary>
public enum TargetFigure
{
    /// <summary>What a trial estimates: of a median time the middle of the trials' estimates (those not reached count as longest), otherwise their mean (geometric for a ratio).</summary>
    Estimate,

    /// <summary>Mean of the trials' estimates, geometric for a ratio; those not reached are left out.</summary>
    Mean,

    /// <summary>The middle of the trials' estimates; those not reached count as longest.</summary>
    Median,

    /// <summary>Standard deviation of the trials' estimates; of a ratio that of its logarithm.</summary>
    StandardDeviation,

    /// <summary>2.5 % of trials estimate less.</summary>
    Q025,

    /// <summary>97.5 % of trials estimate less.</summary>
    Q975,

    /// <summary>The median had every event been known on its day.</summary>
    TrueMedian,

    /// <summary>Share of trials in which the test rejects.</summary>
    Power,

    /// <summary>Share of trials in which the test rejects and the experimental arm does better.</summary>
    PowerForBenefit,

    /// <summary>Mean of the test statistic.</summary>
    MeanZ,

    /// <summary>Mean number of events of the endpoint.</summary>
    Events,

    /// <summary>Mean number of patients.</summary>
    Patients,

    /// <summary>Mean time of the look since the trial opened.</summary>
    LookTime,

    /// <summary>Share of trials in which the look takes place.</summary>
    LookReached,

    /// <summary>Share of trials in which the test rejects at any look before the trial is over.</summary>
    OverallPower,

    /// <summary>The same where nothing that is on trial changes what is compared.</summary>
    TypeIError,

    /// <summary>Share of trials in which at least one test of the family rejects.</summary>
    DisjunctivePower,

    /// <summary>Share of trials in which all tests of the family reject.</summary>
    ConjunctivePower,

    /// <summary>Share of trials in which at least one test of the family rejects where nothing that is on trial changes what is compared.</summary>
    FamilyWiseError,

    /// <summary>Mean number of patients by the end of the trial.</summary>
    TrialPatients,

    /// <summary>Mean number of events of the endpoint at the last look of the trial.</summary>
    TrialEvents,

    /// <summary>Mean time from the opening of the trial to its end.</summary>
    TrialDuration,

    /// <summary>Share of trials in which a decision is taken.</summary>
    DecisionProbability,

    /// <summary>Share of trials that stop before their last look.</summary>
    StopProbability,
}
