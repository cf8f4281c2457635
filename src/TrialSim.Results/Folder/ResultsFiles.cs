using TrialSim.Results.Shards;

namespace TrialSim.Results.Folder;

/// <summary>What a results folder holds.</summary>
public static class ResultsFiles
{
    /// <summary>What was run.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The scenario as it was given.</summary>
    public const string Scenario = "scenario.yaml";

    /// <summary>The scenario with every default filled in.</summary>
    public const string Resolved = "resolved.yaml";

    /// <summary>One row for each analysis of each replicate.</summary>
    public const string Replicates = "replicates.csv";

    /// <summary>The operating characteristics as a table.</summary>
    public const string OperatingCharacteristics = "operating-characteristics.csv";

    /// <summary>The operating characteristics for programs.</summary>
    public const string OperatingCharacteristicsJson = "operating-characteristics.json";

    /// <summary>Design formulas beside the operating characteristics.</summary>
    public const string Formulas = "formulas.csv";

    /// <summary>The Kaplan–Meier curves.</summary>
    public const string Curves = "curves.csv";

    /// <summary>Simulated trials that show how such a trial may go.</summary>
    public const string Examples = "examples.csv";

    /// <summary>The tests with bounds of the first replicates, stage by stage.</summary>
    public const string Paths = "paths.csv";

    /// <summary>How estimates, sizes, events and durations are spread over replicates.</summary>
    public const string Distributions = "distributions.csv";

    /// <summary>Patients randomised over time.</summary>
    public const string Accrual = "accrual.csv";

    /// <summary>Survival as it truly is.</summary>
    public const string TrueCurves = "true-curves.csv";

    /// <summary>Best levels of states, seen and true.</summary>
    public const string BestLevels = "best-levels.csv";

    /// <summary>Markers over time.</summary>
    public const string MarkerCourses = "marker-courses.csv";

    /// <summary>Best change of each marker, patient by patient.</summary>
    public const string BestChanges = "best-changes.csv";

    /// <summary>Shares of patients with adverse events.</summary>
    public const string AdverseEvents = "adverse-events.csv";

    /// <summary>Use of the sites' resources, month by month.</summary>
    public const string ResourceMonths = "resource-months.csv";

    /// <summary>When events happened and when visits saw them.</summary>
    public const string SeenDelays = "seen-delays.csv";

    /// <summary>Courses of the example trials' first patients.</summary>
    public const string Courses = "courses.csv";

    /// <summary>The folder of the run under the null hypothesis.</summary>
    public const string Null = "null";

    /// <summary>One row for each analysis of each replicate under the null hypothesis.</summary>
    public const string NullReplicates = Null + "/" + Replicates;

    /// <summary>The operating characteristics under the null hypothesis.</summary>
    public const string NullOperatingCharacteristics = Null + "/" + OperatingCharacteristics;

    /// <summary>The finished replicates of a run that is not.</summary>
    public const string ReplicateLog = "replicates.log";

    /// <summary>The same of the run under the null hypothesis.</summary>
    public const string NullReplicateLog = Null + "/" + ReplicateLog;

    /// <summary>The operating characteristics of all cells of a sweep.</summary>
    public const string Sweep = "sweep.csv";

    /// <summary>The cells of a sweep.</summary>
    public const string Cells = "cells.csv";

    /// <summary>Differences between the cells of a sweep.</summary>
    public const string Differences = "differences.csv";

    /// <summary>How the figures of a sweep depend on what is varied.</summary>
    public const string Sensitivity = "sensitivity.csv";

    /// <summary>Two results beside each other.</summary>
    public const string Comparison = "compare.csv";

    /// <summary>The finished cells of a sweep that is not, or that keeps them.</summary>
    public const string CellLog = "cells.log";

    /// <summary>The evaluations of a search that is not finished.</summary>
    public const string EvaluationLog = "evaluations.log";

    /// <summary>The evaluations of a search for a size.</summary>
    public const string Evaluations = "evaluations.csv";

    /// <summary>The characteristics near the answer of a search.</summary>
    public const string SizeCurve = "curve.csv";

    /// <summary>The answer of a search.</summary>
    public const string Size = "size.json";

    /// <summary>The folder of the shards of a run or a sweep.</summary>
    public const string Shards = "shards";

    /// <summary>The folder of what was submitted to a cluster.</summary>
    public const string Cluster = "cluster";

    /// <summary>The report.</summary>
    public const string Report = "report.html";

    /// <summary>The folder of the charts.</summary>
    public const string Charts = "charts";

    /// <summary>The figures of an analysis of patient data as a table.</summary>
    public const string Analysis = "analysis.csv";

    /// <summary>The figures of an analysis of patient data for programs.</summary>
    public const string AnalysisJson = "analysis.json";

    /// <summary>The Kaplan–Meier curves of patient data.</summary>
    public const string PatientCurves = "km.csv";

    /// <summary>The figures of fitted families as a table.</summary>
    public const string Fits = "fits.csv";

    /// <summary>Fitted hazards in the words of the scenario language.</summary>
    public const string Hazards = "hazards.yaml";

    /// <summary>The patients behind a published curve, as reconstructed.</summary>
    public const string ReconstructedPatients = "patients.csv";

    /// <summary>The dictionary of exported patient data.</summary>
    public const string DataDictionary = "define.csv";

    // Datasets of an export, each where the scenario has something for it.
    private static readonly string[] Datasets = ["adsl.csv", "adtte.csv", "adrs.csv", "adeff.csv", "adae.csv", "adlb.csv", "adex.csv"];

    // What the first replicates show of their patients.
    private static readonly string[] Samples = [Accrual, TrueCurves, BestLevels, MarkerCourses, BestChanges, AdverseEvents, ResourceMonths, SeenDelays, Courses];

    // Only a manifest of ours names one of these: that of a run, that of an analysis or a fit.
    private static readonly string[] MarksOfOurs = ["\"resolved_scenario_sha256\"", "\"data_sha256\""];

    private static readonly string[] All =
        [Manifest, Scenario, Resolved, Replicates, ReplicateLog, Sweep, Cells, Differences, Sensitivity, Comparison, CellLog, EvaluationLog, Evaluations, SizeCurve, Size, Shards, Cluster, OperatingCharacteristics, OperatingCharacteristicsJson, Formulas, Curves, Examples, Paths, Distributions, Null, Report, Charts, Analysis, AnalysisJson, PatientCurves, Fits, Hazards, ReconstructedPatients, DataDictionary, .. Samples, .. Datasets];

    /// <summary>The log of what is finished of a run, a sweep or a search.</summary>
    public static string LogOf(LogPart part) => part switch
    {
        LogPart.Trial => ReplicateLog,
        LogPart.Null => NullReplicateLog,
        LogPart.Cells => CellLog,
        LogPart.Evaluations => EvaluationLog,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not a part."),
    };

    /// <summary>Names in a folder that are no results of ours, sorted; none where the folder is missing, empty, or all of it is ours.</summary>
    /// <exception cref="ResultsFolderException">Its manifest cannot be read.</exception>
    public static IReadOnlyList<string> Strangers(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        string[] names = [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
        string manifest = ManifestIn(folder);
        bool isOurs = MarksOfOurs.Any(mark => manifest.Contains(mark, StringComparison.Ordinal));
        return [.. names.Except(isOurs ? All : [Shards, Cluster])];
    }

    /// <summary>Whether a folder holds the whole results of a run, or of a sweep.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="run">The manifest of the whole.</param>
    /// <exception cref="ResultsFolderException">It cannot be read.</exception>
    public static bool AreOf(string folder, Manifest run) => ManifestIn(folder) == ResultsJson.Of(run);

    private static string ManifestIn(string folder)
    {
        string path = Path.Combine(folder, Manifest);
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : "";
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException($"'{path}' cannot be read: {cause.Message}", cause);
        }
    }
}
