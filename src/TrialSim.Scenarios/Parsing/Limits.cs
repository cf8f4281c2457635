namespace TrialSim.Scenarios.Parsing;

/// <summary>Sizes beyond which a file is no scenario, so that absurd input is refused instead of filling the memory.</summary>
public static class Limits
{
    /// <summary>Bytes of a file.</summary>
    public const int FileBytes = 1_048_576;

    /// <summary>Files that extend one another.</summary>
    public const int ExtendedFiles = 8;

    /// <summary>Mappings and lists within one another.</summary>
    public const int Depth = 40;

    /// <summary>Characters of a key or name.</summary>
    public const int NameLength = 60;

    /// <summary>Characters of keys joined by dots.</summary>
    public const int PathLength = 300;

    /// <summary>Keys that a sweep varies in one of its ways: as many as the direction numbers of the sample reach.</summary>
    public const int SweptKeys = Statistics.Sampling.SobolSequence.MaxDimensions;

    /// <summary>Cells of a sweep.</summary>
    public const int SweepCells = 100_000;

    /// <summary>Characters of a scenario's name.</summary>
    public const int ScenarioNameLength = 80;

    /// <summary>Sessions of a procedure.</summary>
    public const int Sessions = 1_000;

    /// <summary>Doses of a drug; each lower one is a fact about a patient.</summary>
    public const int Doses = 8;

    /// <summary>Patients of a trial.</summary>
    public const int Patients = 1_000_000;

    /// <summary>Sites of a trial.</summary>
    public const int Sites = 1_000;

    /// <summary>Slots a week, or places, of one resource of a site.</summary>
    public const int Slots = 10_000;

    /// <summary>Days of a week.</summary>
    public const int DaysAWeek = 7;

    /// <summary>Arms of a trial.</summary>
    public const int Arms = 16;

    /// <summary>Things of one kind with names: events, endpoints, looks, analyses, covariates, levels.</summary>
    public const int NamedThings = 100;

    /// <summary>Items of a list: effects, steps, parts of a condition.</summary>
    public const int ListItems = 1_000;

    /// <summary>Weight of an arm in a ratio.</summary>
    public const int Weight = 1_000;

    /// <summary>Weights of a MaxCombo test: the joint probability of more takes too long for every replicate.</summary>
    public const int TestsOfMaxCombo = 4;

    /// <summary>Combinations of levels of one stratification.</summary>
    public const int Strata = 1_000;

    /// <summary>Replicates of a run.</summary>
    public const long Replicates = 100_000_000;

    /// <summary>Years of a duration, and of the time that accrual takes.</summary>
    public const double Years = 200.0;

    /// <summary>Facts about a patient that a scenario may ask for: the bits of its state.</summary>
    public const int StateBits = 64;

    /// <summary>Times that an event may be expected to recur in a year.</summary>
    public const int OccurrencesPerYear = 10_000;

    /// <summary>Frailties: each is drawn for every patient, whatever events it is on.</summary>
    public const int Frailties = 20;

    /// <summary>Alternatives of one condition or hazard.</summary>
    public const int Terms = 256;

    /// <summary>Patients of each arm at the end of a trial whose success is predicted: every outcome is looked at.</summary>
    public const int PredictedPatients = 5_000;

    /// <summary>Events at the end of a trial whose success is predicted: every split of them between two arms is looked at.</summary>
    public const int PredictedEvents = 5_000;

    /// <summary>Tests that share one alpha.</summary>
    public const int FamilyMembers = 30;

    /// <summary>Tests of a closed test: every intersection is looked at in every replicate.</summary>
    public const int ClosedTestMembers = 8;
}
