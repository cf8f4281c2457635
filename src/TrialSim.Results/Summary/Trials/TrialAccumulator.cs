using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Model.Design;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Adds up what is to be known of whole trials, over all their looks.</summary>
internal sealed class TrialAccumulator
{
    // Means; their quantiles are in the tables of the run under the null hypothesis.
    private static readonly string[] Numbers = [Measures.TrialPatients, Measures.TrialScreened, Measures.TrialEvents, Measures.TrialDuration];

    private readonly int _looks;
    private readonly RejectionAccumulator _rejections;
    private readonly DecisionAccumulator _decisions;
    private readonly DroppedArmAccumulator _droppedArms;
    private readonly NewSizeAccumulator _newSizes;
    private readonly CourseAccumulator _course;
    private readonly ResourceAccumulator _resources;
    private readonly StoppingAccumulator? _stopping;

    public TrialAccumulator(Trial trial)
    {
        TrialDesign design = trial.Design;
        _looks = design.Looks.Length;
        LooksShareVerdict = !design.Decisions.IsEmpty || !design.Testing.IsEmpty || !design.Testing.FamilyMembers.IsEmpty;
        IsTold = LooksShareVerdict || design.Allocation.Method == AllocationMethod.ResponseAdaptive
            || trial.Truth.Sites.Count > 0 || trial.Truth.Accrual.UntilDay < double.PositiveInfinity;
        _resources = new ResourceAccumulator(trial.Truth.Sites.Resources);
        _rejections = new RejectionAccumulator(design);
        _decisions = new DecisionAccumulator(design);
        _droppedArms = new DroppedArmAccumulator(design);
        _newSizes = new NewSizeAccumulator(design);
        _course = new CourseAccumulator(trial);
        _stopping = LooksShareVerdict && trial.Run.Stopping == StopObedience.GoesOn ? new StoppingAccumulator(design) : null;
    }

    /// <summary>Whether a trial is more than its looks: they depend on each other, or its size does not follow from the plan alone.</summary>
    public bool IsTold { get; }

    /// <summary>Whether the looks of a test come to one verdict, so that it has one power and one error. Otherwise each look is for itself, and so is what is rejected there.</summary>
    private bool LooksShareVerdict { get; }

    /// <summary>Takes one more replicate.</summary>
    public void Add(in ReplicateResult result)
    {
        _rejections.Add(result);
        _resources.Add(result.ResourceUse);
        _course.Add(result);
        if (IsTold)
        {
            _decisions.Add(result);
            _droppedArms.Add(result);
            _newSizes.Add(result);
            _stopping?.Add(result);
        }
    }

    /// <summary>What is to be known of a look beside its own rows.</summary>
    public IEnumerable<OperatingCharacteristic> AtLook(int look) =>
        IsTold ? _decisions.AtLook(look).Concat(_droppedArms.AtLook(look)).Concat(LooksShareVerdict ? _rejections.AtLook(look) : []) : [];

    /// <summary>How size, events and duration are spread over trials.</summary>
    public IEnumerable<DistributionBin> Distributions() => _course.Distributions();

    /// <summary>What is to be known of the whole trial.</summary>
    public IEnumerable<OperatingCharacteristic> OverTrial() =>
        [.. IsTold ? [.. _rejections.OverTrial(HasOneVerdict), .. _course.Summarise(), .. _decisions.OverTrial(), .. _droppedArms.OverTrial(), .. _newSizes.Summarise(), .. StopsIgnored()] : Array.Empty<OperatingCharacteristic>(), .. _resources.Summarise()];

    /// <summary>The errors of a run in which nothing that is on trial changes what is compared; and how large and long its trials become, and where they stop.</summary>
    /// <param name="tests">Indices of the analyses whose null hypothesis that is.</param>
    /// <param name="powers">What each analysis rejects at each look.</param>
    public IEnumerable<OperatingCharacteristic> UnderNull(ImmutableArray<int> tests, IEnumerable<OperatingCharacteristic> powers) =>
    [
        .. _rejections.AsErrors([.. tests.Where(HasOneVerdict)]),
        .. _stopping is not null ? _rejections.AsErrorsStopsIgnored(tests) : [],
        .. IsTold ? NumbersUnderNull() : [],
        .. _rejections.AsErrorsOfLooks([.. tests.Where(test => !HasOneVerdict(test))], powers),
    ];

    private IEnumerable<OperatingCharacteristic> NumbersUnderNull() => _course.Summarise().Where(row => Numbers.Contains(row.Measure))
        .Concat(Enumerable.Range(0, _looks).SelectMany(_decisions.AtLook).Concat(_decisions.OverTrial()).Where(row => row.Measure == Measures.StopProbability))
        .Select(row => row with { Measure = Measures.UnderNull(row.Measure) });

    private IEnumerable<OperatingCharacteristic> StopsIgnored() => _stopping is null ? [] : _rejections.StopsIgnored().Concat(_stopping.Summarise());

    private bool HasOneVerdict(int analysis) => LooksShareVerdict || _rejections.IsDoneOnce(analysis);
}
