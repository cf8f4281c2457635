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
    private readonly StoppingAccumulator? _stopping;

    public TrialAccumulator(TrialDesign design, StopObedience stopping)
    {
        IsTold = !design.Decisions.IsEmpty || !design.Testing.IsEmpty;
        _rejections = new RejectionAccumulator(design);
        _decisions = new DecisionAccumulator(design);
        _course = new CourseAccumulator(design);
        _stopping = stopping == StopObedience.GoesOn ? new StoppingAccumulator(design) : null;
    }

    /// <summary>Whether the looks of the design depend on each other, so that a trial is more than its looks.</summary>
    public bool IsTold { get; }

    /// <summary>Takes one more replicate.</summary>
    public void Add(in ReplicateResult result)
    {
        _rejections.Add(result);
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
        IsTold ? [.. _rejections.OverTrial(), .. _course.Summarise(), .. _decisions.OverTrial(), .. _stopping?.Summarise() ?? []] : [];

    /// <summary>The errors of a run in which nothing that is on trial changes what is compared.</summary>
    /// <param name="tests">Indices of the analyses whose null hypothesis that is.</param>
    public IEnumerable<OperatingCharacteristic> AsErrors(ImmutableArray<int> tests) => _rejections.AsErrors(tests);
}
