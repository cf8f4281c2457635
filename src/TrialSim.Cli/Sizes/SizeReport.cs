using System.Collections.Immutable;
using TrialSim.Charts;
using TrialSim.Charts.Sizes;
using TrialSim.Cli.Terminal;
using TrialSim.Model.Design;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Sizes;
using TrialSim.Results.Tables;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Cli.Sizes;

/// <summary>What a search has come to: its files and what is printed.</summary>
internal sealed class SizeReport
{
    private const int PointsOfCurve = 9;
    private const double ReachOfCurve = 0.2;

    private readonly SizeSubject _subject;
    private readonly ImmutableArray<SizeEvaluation> _evaluations;
    private readonly SearchStep _end;

    /// <summary>Works it out.</summary>
    /// <param name="subject">What was searched.</param>
    /// <param name="plan">The search.</param>
    /// <param name="evaluations">All evaluations, in order.</param>
    /// <param name="end">What came of it.</param>
    /// <param name="underNull">The errors at the answer; none where there is none.</param>
    /// <param name="trials">Trials that were simulated in all.</param>
    public SizeReport(SizeSubject subject, SearchPlan plan, ImmutableArray<SizeEvaluation> evaluations, SearchStep end, IReadOnlyList<OperatingCharacteristic> underNull, long trials)
    {
        _subject = subject;
        _evaluations = evaluations;
        _end = end;
        SearchStep.Found? found = end as SearchStep.Found;
        Notes = found is null ? null : new SizeNotes(subject, found, At(found.Answer).Characteristics, Confirmed(found.Answer - 1)?.Characteristics ?? []);
        Curve = found is null ? [] : [.. found.Crossings.SelectMany(crossing => CurveOf(crossing, found.Answer))];
        Summary = new SizeSummary(
            subject.Variable.Word,
            subject.Variable.Keys,
            subject.Variable.Unit.Trim(),
            (double)subject.Trials.Step,
            Value(plan.Lowest),
            Value(plan.Highest),
            trials)
        {
            Answer = found is null ? null : Value(found.Answer),
            Lower = found is null ? null : Value(found.Interval.Lowest),
            Upper = found is null ? null : Value(found.Interval.Highest),
            Note = found is null ? new SizeRefusal(subject, evaluations).Sentence(end)
                : Notes!.All,
            PatientsByArm = found is null ? [] : PatientsAt(found.Answer),
            Targets = [.. subject.Goals.Select((goal, index) => ReachOf(goal, index, found))],
            Formulas = new SizeFormulas(subject).Of(evaluations),
            UnderNull = [.. underNull.Where(row => row.Measure is Measures.TypeIError or Measures.FamilyWiseError)],
        };
    }

    /// <summary>The answer and all that belongs to it.</summary>
    public SizeSummary Summary { get; }

    /// <summary>The characteristics near the answer.</summary>
    public IReadOnlyList<SizeCurvePoint> Curve { get; }

    private SizeNotes? Notes { get; }

    /// <summary>Writes the files.</summary>
    public void Write(ResultsDraft draft)
    {
        Manifest manifest = _subject.ManifestOf(Summary.Replicates);
        EvaluatedFigure[] evaluated = [.. _evaluations.SelectMany(FiguresOf)];
        draft.WriteText(ResultsFiles.Manifest, ResultsJson.Of(manifest));
        draft.WriteBytes(ResultsFiles.Scenario, _subject.File.Content);
        draft.WriteText(ResultsFiles.Resolved, _subject.File.Scenario.ResolvedYaml);
        draft.WriteText(ResultsFiles.Size, ResultsJson.Of(Summary));
        draft.WriteTable(ResultsFiles.Evaluations, SizeColumns.Evaluations, evaluated);
        draft.WriteTable(ResultsFiles.SizeCurve, SizeColumns.Curve, Curve);
        if (_end is SearchStep.Found found)
        {
            draft.WriteTable(ResultsFiles.OperatingCharacteristics, OperatingCharacteristicColumns.All, At(found.Answer).Characteristics);
        }

        foreach (ReportFile file in SizePage.Files(manifest, Summary, Curve, evaluated))
        {
            draft.WriteText(file.Path, file.Content);
        }
    }

    /// <summary>Prints the answer.</summary>
    public void Print(TerminalStreams streams)
    {
        new SizeTables(_subject, Summary, Curve).Print(streams, _end);
        if (Notes?.Harm is { Length: > 0 } warning)
        {
            streams.Error.WriteLine(warning);
        }
    }

    private SizeReach ReachOf(SizeGoal goal, int index, SearchStep.Found? found)
    {
        Crossing? crossing = found?.Crossings.FirstOrDefault(crossing => crossing.Target == index);
        return new SizeReach(
            goal.Name.ToString(),
            goal.Words,
            found?.Deciding == index,
            crossing is null ? null : Value(crossing.Size),
            crossing?.Interval is { Lower: double lower } ? Value(lower) : null,
            crossing?.Interval is { Upper: double upper } ? Value(upper) : null,
            found is null ? null : goal.Name.RowIn(At(found.Answer).Characteristics),
            found is not null && Confirmed(found.Answer - 1) is SizeEvaluation below ? goal.Name.RowIn(below.Characteristics) : null);
    }

    private IEnumerable<SizeCurvePoint> CurveOf(Crossing crossing, long answer)
    {
        SizeGoal goal = _subject.Goals[crossing.Target];
        (long smallest, long largest) = (crossing.Fit.Sizes.Min(), crossing.Fit.Sizes.Max());
        double reach = Math.Clamp(Math.Max(answer - smallest, largest - answer), 0.5 * (PointsOfCurve - 1), Math.Max(0.5 * (PointsOfCurve - 1), ReachOfCurve * answer));
        IEnumerable<long> sizes = Enumerable.Range(0, PointsOfCurve).Select(point => answer + (long)Math.Round(reach * ((2.0 * point / (PointsOfCurve - 1)) - 1.0)))
            .Where(size => size >= smallest && size <= largest).Distinct(); // Beyond what was looked at the line knows nothing.
        return sizes.Select(size => (size, crossing.Fit.At(size)))
            .Select(point => new SizeCurvePoint(Value(point.size), goal.Name.ToString(), goal.Unit, point.Item2.Value, point.Item2.Interval.Lower, point.Item2.Interval.Upper));
    }

    private IEnumerable<EvaluatedFigure> FiguresOf(SizeEvaluation evaluation, int index) => _subject.Goals.SelectMany(goal => goal.FigureOf(evaluation.Characteristics) is SearchFigure figure
        ? [new EvaluatedFigure(index + 1, evaluation.Purpose, Value(evaluation.Size), evaluation.FirstReplicate, goal.Name.ToString(), goal.Unit, figure)]
        : Array.Empty<EvaluatedFigure>());

    private SizeEvaluation At(long answer) => Confirmed(answer) ?? throw new InvalidOperationException("An answer is confirmed.");

    private SizeEvaluation? Confirmed(long size) => _evaluations.LastOrDefault(evaluation => evaluation.Purpose == SearchPurpose.Confirm && evaluation.Size == size);

    private int[] PatientsAt(long size)
    {
        TrialDesign design = _subject.Trials.TrialAt(size).Design;
        return design.Allocation.Method == AllocationMethod.ResponseAdaptive ? [] : [.. ArmSizes.Of(design.Allocation.Ratio, design.Patients)];
    }

    private double Value(double size) => (double)_subject.Trials.ValueOf(size);
}
