using TrialSim.Engine.Analyses;
using TrialSim.Model;
using TrialSim.Model.Dependence;
using TrialSim.Model.Design;

namespace TrialSim.Results.Costs;

/// <summary>What simulating something takes, roughly: enough to refuse before it starts what would never end.</summary>
/// <param name="ProcessorSeconds">Seconds of one core.</param>
/// <param name="BytesPerThread">Memory of each thread.</param>
/// <param name="DiskBytes">What is written.</param>
/// <param name="Reason">What makes it so, each with its key: <c>450 patients (design.patients) …</c>.</param>
public sealed record RunCost(double ProcessorSeconds, double BytesPerThread, double DiskBytes, string Reason)
{
    // Schedules that are worth naming.
    private const double ManyEntries = 200;

    /// <summary>Nothing.</summary>
    public static RunCost None { get; } = new(0, 0, 0, "");

    /// <summary>Memory of a run, in bytes.</summary>
    /// <param name="threads">1 or above.</param>
    public double MemoryBytes(int threads) => CostRates.BytesOfProgram + SharedBytes + (threads * BytesPerThread);

    /// <summary>Memory that all threads share.</summary>
    public double SharedBytes { get; init; }

    /// <summary>The cost of simulating replicates of a trial, writing a row for each of their results, and summing them up.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="replicates">How many.</param>
    public static RunCost Of(Trial trial, long replicates) => OfSimulation(trial, replicates).WithSummary(trial);

    private static RunCost OfSimulation(Trial trial, long replicates)
    {
        TrialDesign design = trial.Design;
        Trial essential = EssentialProtocol.Of(trial);
        IReadOnlyList<CourseWork> work = CourseWork.Of(essential);
        double entries = work.Sum(part => part.Entries);
        bool isFollowed = !design.Protocol.IsEmpty || !trial.Truth.States.IsEmpty || !trial.Truth.Markers.IsEmpty || work.Count > 0;
        double patients = design.MaxPatients;
        int rows = new ResultLayout(design).Rows.Length;
        double perTrial = CostRates.SecondsPerTrial + DesignWork.SecondsPerReplicate(trial)
            + (patients * (isFollowed ? CostRates.SecondsPerCourse + (entries * CostRates.SecondsPerEntry) : CostRates.SecondsPerPatient * Math.Max(1, trial.Truth.Events.Length)))
            + (rows * (CostRates.SecondsPerRow + (patients * CostRates.SecondsPerPatientAndRow)))
            + (CostRates.SecondsPerPredictedOutcome * design.Analyses.OfType<PredictiveProbabilityAnalysis>().Sum(analysis => analysis.Looks.Length * OutcomesOf(analysis)));
        double bytes = patients * (CostRates.BytesPerPatient + (CostRates.BytesPerFigure * (trial.Truth.Events.Length + trial.Truth.Covariates.Length + design.Endpoints.Length))
            + (isFollowed ? CostRates.BytesPerEntry * Math.Max(CostRates.LeastEntries, entries) : 0.0));
        CourseWork most = work.OrderByDescending(part => part.Entries).FirstOrDefault();
        string each = most.Entries > ManyEntries ? FormattableString.Invariant($" with {most.Entries:N0} entries each ({most.Key})") : "";
        return new RunCost((replicates > 0 ? DesignWork.SecondsOnce(trial) : 0.0) + (replicates * perTrial), bytes, replicates * rows * (CostRates.DiskBytesPerRow + CostRates.LogBytesPerRow), FormattableString.Invariant($"{patients:N0} patients (design.patients){each} in {replicates:N0} {(replicates == 1 ? "replicate" : "replicates")} (run.replicates)"));
    }

    /// <summary>The same, where some of the replicates are in a log that the run goes on with: they are added up again, and their rows written anew.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="replicates">How many there are to be.</param>
    /// <param name="there">How many the log holds.</param>
    public static RunCost OfRest(Trial trial, long replicates, long there) => OfLogged(trial, replicates, there).WithSummary(trial);

    /// <summary>The same for a shard, which leaves nothing but its log.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="replicates">How many the shard is to hold.</param>
    /// <param name="there">How many it holds.</param>
    public static RunCost OfShard(Trial trial, long replicates, long there)
    {
        RunCost rest = OfLogged(trial, replicates, there);
        return rest with { DiskBytes = Math.Max(0, replicates - there) * RowsOf(trial) * CostRates.LogBytesPerRow };
    }

    /// <summary>The cost of a cell of a sweep, which keeps no row of each replicate but those of the cell.</summary>
    /// <param name="trial">The trial of the cell.</param>
    public static RunCost OfCell(Trial trial) => OfSimulation(trial, trial.Run.Replicates) with { DiskBytes = RowsOf(trial) * (CostRates.DiskBytesPerRowOfCell + CostRates.LogBytesPerRowOfCell) };

    /// <summary>The cost of adding up what was simulated elsewhere.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="replicates">How many.</param>
    public static RunCost OfMerging(Trial trial, long replicates) => OfReading(trial, replicates).WithSummary(trial);

    /// <summary>The cost of writing down cells of a sweep that were simulated elsewhere, or before.</summary>
    /// <param name="trial">The trial of one of them.</param>
    /// <param name="cells">How many.</param>
    public static RunCost OfMergingCells(Trial trial, long cells)
    {
        double rows = cells * RowsOf(trial);
        return new RunCost(rows * CostRates.SecondsPerRow, 0, rows * CostRates.DiskBytesPerRowOfCell, FormattableString.Invariant($"{cells:N0} cells (sweep) with {RowsOf(trial):N0} results each"));
    }

    /// <summary>Both, one after the other; the reason is that of the first.</summary>
    public RunCost And(RunCost other) => new(
        ProcessorSeconds + other.ProcessorSeconds, Math.Max(BytesPerThread, other.BytesPerThread), DiskBytes + other.DiskBytes, Reason.Length == 0 ? other.Reason : Reason)
    {
        SharedBytes = Math.Max(SharedBytes, other.SharedBytes),
    };

    private static RunCost OfLogged(Trial trial, long replicates, long there) => OfSimulation(trial, Math.Max(0, replicates - there)).And(OfReading(trial, Math.Min(replicates, there)));

    private static RunCost OfReading(Trial trial, long replicates)
    {
        double rows = replicates * RowsOf(trial);
        return OfSimulation(trial, replicates) with { ProcessorSeconds = rows * CostRates.SecondsPerRow, BytesPerThread = 0, DiskBytes = rows * CostRates.DiskBytesPerRow };
    }

    private RunCost WithSummary(Trial trial)
    {
        double rows = RowsOf(trial);
        return this with { ProcessorSeconds = ProcessorSeconds + (rows * CostRates.SecondsPerRowAtTheEnd), SharedBytes = SharedBytes + (rows * CostRates.BytesPerRow) };
    }

    private static double RowsOf(Trial trial) => new ResultLayout(trial.Design).Rows.Length;

    private static double OutcomesOf(PredictiveProbabilityAnalysis analysis) => analysis.End switch
    {
        PredictedEnd.PatientsPerArm patients when analysis.Question is PosteriorQuestion.ShareDifference => (double)patients.Count * patients.Count,
        PredictedEnd.PatientsPerArm patients => patients.Count,
        PredictedEnd.Events events => events.Count,
        _ => 0.0,
    };
}
