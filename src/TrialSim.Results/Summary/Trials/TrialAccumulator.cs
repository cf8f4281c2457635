using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Model.Design;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Adds up what is to be known of whole trials, over all their looks.</summary>
internal sealed class TrialAccumulator
{
    private readonly RejectionAccumulator _rejections;
    private readonly DecisionAccumulator _decisions;
    private readonly CourseAccumulator _course;
    private readonly ResourceAccumulator _resources;
    private readonly StoppingAccumulator? _stopping;

    public TrialAccumulator(Trial trial)
    {
        TrialDesign design = trial.Design;
        IsTold = !design.Decisions.IsEmpty || !design.Testing.IsEmpty || !design.Testing.FamilyMembers.IsEmpty || design.Allocation.Method == AllocationMethod.ResponseAdaptive
            || trial.Truth.Sites.Count > 0 || trial.Truth.Accrual.UntilDay < double.PositiveInfinity;
        _resources = new ResourceAccumulator(trial.Truth.Sites.Resources);
        _rejections = new RejectionAccumulator(design);
        _decisions = new DecisionAccumulator(design);
        _course = new CourseAccumulator(trial);
        _stopping = trial.Run.Stopping == StopObedience.GoesOn ? new StoppingAccumulator(design) : null;
    }

    /// <summary>Whether a trial is more than its looks: they depend on each other, or its size does not follow from the plan alone.</summary>
    public bool IsTold { get; }

    /// <summary>Takes one more replicate.</summary>
    public void Add(in ReplicateResult result)
    {
        _rejections.Add(result);
        _resources.Add(result.ResourceUse);
        if (IsTold)
        {
            _decisions.Add(result);
            _course.Add(result);
            _stopping?.Add(result);
        }
    }

    /// <summary>What is to be known of a look beside its own rows.</summary>
    public IEnumerable<OperatingCharacteristic> AtLook(int look) => IsTold ? _decisions.AtLook(look).Concat(_rejections.AtLook(look)) : [];

    /// <summary>What is to be known of the whole trial.</summary>
    public IEnumerable<OperatingCharacteristic> OverTrial() =>
        [.. IsTold ? [.. _rejections.OverTrial(), .. _course.Summarise(), .. _decisions.OverTrial(), .. _stopping?.Summarise() ?? []] : Array.Empty<OperatingCharacteristic>(), .. _resources.Summarise()];

    /// <summary>The errors of a run in which nothing that is on trial changes what is compared.</summary>
    /// <param name="tests">Indices of the analyses whose null hypothesis that is.</param>
    public IEnumerable<OperatingCharacteristic> AsErrors(ImmutableArray<int> tests) => _rejections.AsErrors(tests);
}
