using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Engine.Sites;
using TrialSim.Model.Time;

namespace TrialSim.Results.Summary.Trials;

/// <summary>What one replicate has shown.</summary>
/// <param name="outcome">How it has ended.</param>
/// <param name="lookDays">The day of each look; never for one that did not take place.</param>
/// <param name="decisionLooks">Of each decision the index of the look at which it was taken; −1 for not.</param>
/// <param name="rejectionLooks">Of each analysis the index of the look at which it first rejected; −1 for not.</param>
/// <param name="rows">The rows, in the order of the layout.</param>
internal readonly ref struct ReplicateResult(
    TrialOutcome outcome, ReadOnlySpan<TrialDay> lookDays, ReadOnlySpan<int> decisionLooks, ReadOnlySpan<int> rejectionLooks, ReadOnlySpan<ResultRow> rows)
{
    private readonly ReadOnlySpan<TrialDay> _lookDays = lookDays;
    private readonly ReadOnlySpan<int> _rejectionLooks = rejectionLooks;

    /// <summary>How it has ended.</summary>
    public TrialOutcome Outcome { get; } = outcome;

    /// <summary>Of each decision the index of the look at which it was taken; −1 for not.</summary>
    public ReadOnlySpan<int> DecisionLooks { get; } = decisionLooks;

    /// <summary>Of each decision the events or patients that it has set for the rest of the trial; 0 for none.</summary>
    public ReadOnlySpan<int> NewSizes { get; init; }

    /// <summary>Of each arm the index of the decision that dropped it; −1 for none.</summary>
    public ReadOnlySpan<int> DroppedBy { get; init; }

    /// <summary>The rows, in the order of the layout.</summary>
    public ReadOnlySpan<ResultRow> Rows { get; } = rows;

    /// <summary>How each resource of the sites was used.</summary>
    public ReadOnlySpan<ResourceUse> ResourceUse { get; init; }

    /// <summary>A replicate of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="index">Place in it, from 0.</param>
    public static ReplicateResult Of(ReplicateBatch batch, int index) =>
        new(batch.OutcomeOf(index), batch.LookDaysOf(index), batch.DecisionLooksOf(index), batch.RejectionLooksOf(index), batch.RowsOf(index)) { NewSizes = batch.NewSizesOf(index), DroppedBy = batch.DroppedByOf(index), ResourceUse = batch.ResourceUseOf(index) };

    /// <summary>Whether a look took place, be it after the trial should have stopped.</summary>
    public bool IsReached(int look) => _lookDays[look] < TrialDay.Never;

    /// <summary>Whether a look took place before the trial was over: by the day on which it was decided to stop, which may be after the cut of the look that showed why.</summary>
    public bool IsBeforeEnd(int look) => IsReached(look) && _lookDays[look] <= LastDay;

    /// <summary>Whether a look did not take place, or should not have, because the trial had stopped.</summary>
    public bool IsStopped(int look) => Outcome.StopLook >= 0 && !IsBeforeEnd(look);

    /// <summary>The day of a look.</summary>
    public TrialDay DayOf(int look) => _lookDays[look];

    /// <summary>The look at which a test first rejected before the trial was over; −1 for none.</summary>
    public int RejectionOf(int analysis) => _rejectionLooks[analysis] is int look and >= 0 && IsBeforeEnd(look) ? look : -1;

    /// <summary>Whether a test rejected at any look that took place, be it after the trial should have stopped.</summary>
    public bool RejectsAtAnyLook(int analysis) => _rejectionLooks[analysis] >= 0;

    private TrialDay LastDay => Outcome.StopLook >= 0 ? Outcome.EndDay : TrialDay.Never;
}
