namespace TrialSim.Results.Costs;

/// <summary>What the parts of a run take, on one core of the machine of benchmarks/results: right to a factor of five, which is enough to tell the absurd from the long.</summary>
internal static class CostRates
{
    /// <summary>Seconds of a patient of whom events alone are drawn.</summary>
    public const double SecondsPerPatient = 1.0e-7;

    /// <summary>Seconds of a patient whose course is followed from one thing to the next.</summary>
    public const double SecondsPerCourse = 8.0e-7;

    /// <summary>Seconds of each thing in a course.</summary>
    public const double SecondsPerEntry = 1.0e-7;

    /// <summary>Seconds that a row of results takes for each patient it is about.</summary>
    public const double SecondsPerPatientAndRow = 1.0e-8;

    /// <summary>Seconds that a row of results takes in any case, with adding it up and writing it.</summary>
    public const double SecondsPerRow = 1.5e-6;

    /// <summary>Seconds of a trial in any case.</summary>
    public const double SecondsPerTrial = 2.0e-6;

    /// <summary>Seconds of each outcome of the rest of a trial whose success is predicted.</summary>
    public const double SecondsPerPredictedOutcome = 1.0e-7;

    /// <summary>Seconds of a gamma frailty of a patient.</summary>
    public const double SecondsPerGammaFrailty = 4.0e-6;

    /// <summary>Seconds of a margin of minimisation, with one arm compared at one place.</summary>
    public const double SecondsPerMargin = 3.0e-9;

    /// <summary>Seconds of the posterior of an arm, each time that allocation follows it.</summary>
    public const double SecondsPerPosterior = 1.0e-5;

    /// <summary>Seconds of comparing two such posteriors.</summary>
    public const double SecondsPerComparisonOfPosteriors = 2.5e-6;

    /// <summary>Seconds of reading what is known of a patient, each time that allocation follows it.</summary>
    public const double SecondsPerPatientRead = 1.0e-7;

    /// <summary>Seconds of the bounds of a sequential test, for the cube of its looks: stages, looks of each, and points of each integral.</summary>
    public const double SecondsPerBound = 2.0e-4;

    /// <summary>Seconds of summing up and showing a row of results once, however many replicates there are.</summary>
    public const double SecondsPerRowAtTheEnd = 1.0e-3;

    /// <summary>Bytes of a row of results with all that is shown of it.</summary>
    public const double BytesPerRow = 4_000;

    /// <summary>Bytes of a patient in the memory of a thread, beside what is known of events, covariates and entries.</summary>
    public const double BytesPerPatient = 120;

    /// <summary>Bytes of a day or a figure of a patient.</summary>
    public const double BytesPerFigure = 24;

    /// <summary>Bytes of an entry of a course.</summary>
    public const double BytesPerEntry = 32;

    /// <summary>Entries for which there is room from the beginning.</summary>
    public const double LeastEntries = 32;

    /// <summary>Bytes of a program that does nothing.</summary>
    public const double BytesOfProgram = 1.0e8;

    /// <summary>Bytes on disk of a row of results as text.</summary>
    public const double DiskBytesPerRow = 100;

    /// <summary>Bytes of a row of results in the log beside, which is there until the results are.</summary>
    public const double LogBytesPerRow = 60;

    /// <summary>Bytes on disk that the rows of a cell of a sweep take for each row of results.</summary>
    public const double DiskBytesPerRowOfCell = 1_000;

    /// <summary>Bytes in the log of a sweep that a cell takes for each row of results.</summary>
    public const double LogBytesPerRowOfCell = 700;
}
