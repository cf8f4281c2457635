using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.NullHypotheses;
using TrialSim.Results;
using TrialSim.Results.Costs;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;
using TrialSim.Results.Sizes;
using TrialSim.Results.Summary;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Cli.Sizes;

/// <summary>Simulates what a search asks for until it has come to an end, and reports it.</summary>
internal sealed class SizeRun
{
    private readonly SizeSubject _subject;
    private readonly PieceLog _log;
    private readonly TerminalStreams _streams;
    private readonly CancellationToken _cancellation;
    private readonly List<SizeEvaluation> _evaluations = [];

    private SizeRun(SizeSubject subject, PieceLog log, TerminalStreams streams, CancellationToken cancellation)
    {
        _subject = subject;
        _log = log;
        _streams = streams;
        _cancellation = cancellation;
    }

    /// <summary>Searches, writes the results and prints them.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(ScenarioFile file, SizeVariable variable, SizeOptions options, TerminalStreams streams, CancellationToken cancellation)
    {
        SizeSubject subject = SizeSubject.Of(file, variable, options);
        RunCost cost = RunCost.Of(subject.Trials.TrialAt(subject.Trials.Highest), options.Budget);
        CostCheck.Require(cost with { DiskBytes = 0, Reason = $"{cost.Reason}, at the largest size of the search ({SizeCommand.Between})" }, options.Threads, options.FolderOf(file.Scenario.Trial.Name), options.Cost);
        using ResultsDraft draft = ResultsDraft.Open(options.FolderOf(file.Scenario.Trial.Name), "--out", EarlierWork.LogsKept);
        Resumption.Prepare(draft, subject.Header, wanted: null, options.Start, streams);
        string path = draft.PathOf(LogPart.Evaluations);
        SizeReport report;
        using (PieceLog log = PieceLog.TryOpen(path, out PieceLog earlier) ? earlier : PieceLog.Begin(path, subject.Header))
        {
            SizeRun run = new(subject, log, streams, cancellation);
            if (!run.TrySearch(out report))
            {
                return run.Stopped();
            }
        }

        report.Write(draft);
        string folder = draft.Publish();
        PrintedResults.Print(folder, () =>
        {
            report.Print(streams);
            streams.Out.WriteLine($"Report: {Path.Combine(folder, ResultsFiles.Report)}");
        });
        return report.Summary.Answer is null ? ExitCode.TargetMissed : ExitCode.Done;
    }

    // False after Ctrl-C.
    private bool TrySearch(out SizeReport report)
    {
        report = null!;
        SearchPlan plan = _subject.Plan;
        List<SearchEvaluation> history = [];
        SearchStep step;
        while ((step = SizeSearch.Next(plan, history)) is SearchStep.Evaluate wanted)
        {
            if (!TryEvaluate(wanted.Size, wanted.Replicates, wanted.Purpose, (trial, range) => Simulated(wanted.Size, trial, range), out SizeEvaluation evaluation))
            {
                return false;
            }

            history.Add(new SearchEvaluation(wanted.Size, wanted.Replicates, wanted.Purpose, [.. _subject.Goals.Select(goal => FigureOf(goal, evaluation))]));
            Tell(evaluation);
        }

        IReadOnlyList<OperatingCharacteristic> underNull = [];
        ImmutableArray<SizeEvaluation> searched = [.. _evaluations];
        long trials = searched.Sum(evaluation => evaluation.Replicates) * (_subject.NullRuns == NullRuns.AtEachSize ? 2 : 1);
        if (step is SearchStep.Found found)
        {
            SizeEvaluation confirmed = searched.Last(evaluation => evaluation.Purpose == SearchPurpose.Confirm && evaluation.Size == found.Answer);
            underNull = confirmed.Characteristics; // They are there already where a target is about them.
            if (_subject.NullRuns == NullRuns.AtTheAnswer && NullTrial.TryDerive(_subject.Trials.TrialAt(found.Answer), out NullTrial derived, out _) && !derived.Tests.IsEmpty)
            {
                _streams.Error.WriteLine("The answer under the null hypothesis:");
                if (!TryEvaluate(found.Answer, confirmed.Replicates, SearchPurpose.UnderNull, (_, range) => UnderNull(derived, range), out SizeEvaluation atNull))
                {
                    return false;
                }

                underNull = atNull.Characteristics;
                trials += atNull.Replicates;
            }
        }

        report = new SizeReport(_subject, plan, searched, step, underNull, trials);
        return true;
    }

    // From the log, or by simulation; false after Ctrl-C.
    private bool TryEvaluate(
        long size, long replicates, SearchPurpose purpose, Func<Trial, ReplicateRange, IReadOnlyList<OperatingCharacteristic>?> simulate, out SizeEvaluation evaluation)
    {
        uint number = (uint)_evaluations.Count;
        long first = _evaluations.Sum(earlier => earlier.Replicates) + 1;
        if (_log.Contains(number))
        {
            evaluation = SizeEvaluation.Of(_log.Read(number));
            if ((evaluation.Size, evaluation.FirstReplicate, evaluation.Replicates, evaluation.Purpose) != (size, first, replicates, purpose))
            {
                throw new ResultsFolderException($"'{_log.Path}' does not hold the evaluations that this search asks for. Run without {RunCommand.Resume} to start from the beginning.");
            }
        }
        else
        {
            evaluation = null!;
            if (simulate(_subject.Trials.TrialAt(size), new ReplicateRange((uint)first, (uint)replicates)) is not { } characteristics)
            {
                return false;
            }

            evaluation = new SizeEvaluation(size, first, replicates, purpose, characteristics);
            _log.Add(number, evaluation.ToBytes());
        }

        _evaluations.Add(evaluation);
        return true;
    }

    private IReadOnlyList<OperatingCharacteristic>? Simulated(long size, Trial trial, ReplicateRange range)
    {
        if (SumOf(trial, range) is not RunAccumulator sum)
        {
            return null;
        }

        if (_subject.NullRuns != NullRuns.AtEachSize)
        {
            return sum.Characteristics();
        }

        // Which tests have a null hypothesis is of the design, and what is varied may be of it too.
        return !NullTrial.TryDerive(trial, out NullTrial derived, out string whyNot)
            ? throw new UserInputException($"With {_subject.Trials.TextOf(size)}, a target is about errors under the null hypothesis, and it cannot be derived: {whyNot}")
            : UnderNull(derived, range) is { } errors ? [.. sum.Characteristics(), .. errors]
            : null;
    }

    private IReadOnlyList<OperatingCharacteristic>? UnderNull(NullTrial derived, ReplicateRange range) => SumOf(derived.Trial, range)?.UnderNull(derived.Tests);

    // Null where it was stopped before all were there.
    private RunAccumulator? SumOf(Trial trial, ReplicateRange range)
    {
        RunAccumulator sum = new(trial, CurvePlan.None);
        Simulation.Run(trial, range, CurvePlan.None, _subject.Options.Threads, static _ => { }, sum.Add, _streams, _cancellation);
        return sum.Replicates == range.Count ? sum : null;
    }

    // What the first size says nothing of might be silent everywhere; at others a size is then too small or too large for it.
    private SearchFigure? FigureOf(SizeGoal goal, SizeEvaluation evaluation) => goal.FigureOf(evaluation.Characteristics) is SearchFigure figure ? figure
        : _evaluations.Count > 1 ? null
        : throw new UserInputException(string.Create(
            CultureInfo.InvariantCulture,
            $"{goal.Name} cannot be estimated in any of {evaluation.Replicates:N0} replicates with {_subject.Trials.TextOf(evaluation.Size)}, where the search begins. Set another size with --set, at which it can."));

    private void Tell(SizeEvaluation evaluation)
    {
        IEnumerable<string> figures = _subject.Goals.Select(goal => $"{goal.Name} {FigureText.Of(goal.Name.RowIn(evaluation.Characteristics)!)}");
        _streams.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{_subject.Trials.TextOf(evaluation.Size)}, {evaluation.Replicates:N0} replicates: {string.Join(", ", figures)}"));
    }

    private int Stopped()
    {
        _streams.Error.WriteLine(_evaluations.Count == 0
            ? "Stopped before the first evaluation was finished. Nothing was written."
            : $"Stopped after {_evaluations.Count} {(_evaluations.Count == 1 ? "evaluation" : "evaluations")}. What is finished is kept; run the same command with {RunCommand.Resume} to go on.");
        return ExitCode.Cancelled;
    }
}
