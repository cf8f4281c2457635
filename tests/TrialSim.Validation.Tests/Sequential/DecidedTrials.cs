using System.Globalization;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Time;

namespace TrialSim.Validation.Tests.Sequential;

/// <summary>A scenario whose looks decide, replicate by replicate.</summary>
internal sealed class DecidedTrials
{
    private readonly Trial _trial;
    private readonly List<RowKey> _kept;
    private readonly List<string> _looks;
    private readonly List<string> _analyses;

    private DecidedTrials(Trial trial, List<RowKey> kept, List<DecidedTrial> all)
    {
        _trial = trial;
        _kept = kept;
        _looks = [.. trial.Design.Looks.Select(look => look.Name)];
        _analyses = [.. trial.Design.Analyses.Select(analysis => analysis.Name)];
        All = all;
    }

    /// <summary>Each replicate.</summary>
    public List<DecidedTrial> All { get; }

    /// <summary>Runs a scenario, as often as asked for or, in a campaign (see docs/validation.md), as often as <c>TRIALSIM_CAMPAIGN</c> says.</summary>
    /// <param name="yaml">Its text.</param>
    /// <param name="sample">Replicates outside a campaign.</param>
    /// <param name="tests">Analyses whose rows are asked for afterwards; others are not kept, because those of a campaign would fill the memory.</param>
    public static DecidedTrials Run(string yaml, uint sample, params string[] tests)
    {
        Trial trial = SimulatedTrial.Read(yaml);
        ResultLayout layout = new(trial.Design);
        List<int> rows = [.. Enumerable.Range(0, layout.Rows.Length).Where(row => IsOf(trial, layout.Rows[row], tests))];
        List<DecidedTrial> all = [];
        Campaign.Run(
            trial,
            trial.Run.Seed,
            new ReplicateRange(1, Replicates(sample)),
            CurvePlan.None,
            Environment.ProcessorCount,
            batch =>
            {
                for (int i = 0; i < batch.Count; i++)
                {
                    ReadOnlySpan<ResultRow> results = batch.RowsOf(i);
                    ResultRow[] kept = new ResultRow[rows.Count];
                    for (int row = 0; row < kept.Length; row++)
                    {
                        kept[row] = results[rows[row]];
                    }

                    all.Add(new DecidedTrial(batch.OutcomeOf(i), [.. batch.RejectionLooksOf(i)], [.. batch.DecisionLooksOf(i)], kept));
                }
            },
            CancellationToken.None);
        return new DecidedTrials(trial, [.. rows.Select(row => layout.Rows[row])], all);
    }

    /// <summary>As many replicates as in a campaign, or a sample of them.</summary>
    public static uint Replicates(uint sample) =>
        Environment.GetEnvironmentVariable("TRIALSIM_CAMPAIGN") is { Length: > 0 } text ? uint.Parse(text, CultureInfo.InvariantCulture) : sample;

    /// <summary>How many replicates have a property.</summary>
    public long Count(Func<DecidedTrial, bool> has) => All.LongCount(has);

    /// <summary>Replicates in which an analysis has rejected, at a look or at any.</summary>
    public long Rejections(string analysis) => Count(trial => trial.RejectedAt[AnalysisOf(analysis)] >= 0);

    /// <inheritdoc cref="Rejections(string)"/>
    public long Rejections(string analysis, string look) => Count(trial => trial.RejectedAt[AnalysisOf(analysis)] == LookOf(look));

    /// <summary>Replicates that stopped at a look for a reason.</summary>
    public long Stops(string look, StopReason reason) => Count(trial => trial.Outcome.StopLook == LookOf(look) && trial.Outcome.StopReason == reason);

    /// <summary>Months until each trial ended.</summary>
    public double[] Months() => [.. All.Select(trial => trial.Outcome.EndDay.Value / DaysPer.Month)];

    /// <summary>The row of an analysis's test at a look; the analysis is one of those named at the start.</summary>
    public ResultRow RowOf(DecidedTrial trial, string look, string analysis)
    {
        (int atLook, int ofAnalysis) = (LookOf(look), AnalysisOf(analysis));
        return trial.Rows[_kept.FindLastIndex(key => key.Look == atLook && key.Analysis == ofAnalysis)];
    }

    /// <summary>The row of an analysis at the last of two looks that took place.</summary>
    public ResultRow LastRowOf(DecidedTrial trial, string interim, string final, string analysis) =>
        RowOf(trial, trial.Outcome.StopLook == LookOf(interim) ? interim : final, analysis);

    /// <summary>The tests that the design confirms by: sequential ones, or else those of its last look.</summary>
    public int[] PrimaryTests() => _trial.Design.Testing.Sequential.IsEmpty
        ? [.. Enumerable.Range(0, _trial.Design.Analyses.Length).Where(analysis => _trial.Design.Analyses[analysis].Looks is [var look] && look == _trial.Design.Looks.Length - 1)]
        : [.. _trial.Design.Testing.Sequential.Select(test => test.Analysis)];

    /// <summary>Index of a look.</summary>
    public int LookOf(string name) => _looks.IndexOf(name);

    private static bool IsOf(Trial trial, RowKey row, string[] analyses) => row.Analysis >= 0 && analyses.Contains(trial.Design.Analyses[row.Analysis].Name);

    private int AnalysisOf(string name) => _analyses.IndexOf(name);
}
