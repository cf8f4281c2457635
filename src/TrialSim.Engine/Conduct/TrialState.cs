using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>What the looks of one replicate have shown and decided: the design as it stands now. One instance serves one worker.</summary>
internal sealed class TrialState
{
    /// <summary>No look.</summary>
    public const int None = -1;

    private readonly TrialDesign _design;
    private readonly int[] _ratio;
    private readonly bool[] _isDropped;
    private readonly int[] _raisedCounts;
    private readonly int[] _rejectedAt;
    private readonly int[] _futileAt;
    private readonly int[] _decidedAt;
    private readonly int[] _newSizes;
    private readonly int[] _droppedBy;
    private readonly int[] _lookOrder;
    private int _looksTaken;

    /// <summary>A design as planned.</summary>
    public TrialState(TrialDesign design)
    {
        _design = design;
        _ratio = new int[design.Arms.Length];
        _isDropped = new bool[design.Arms.Length];
        _raisedCounts = new int[design.Looks.Length];
        _rejectedAt = new int[design.Analyses.Length];
        _futileAt = new int[design.Analyses.Length];
        _decidedAt = new int[design.Decisions.Length];
        _newSizes = new int[design.Decisions.Length];
        _droppedBy = new int[design.Arms.Length];
        _lookOrder = new int[design.Looks.Length];
        Restart();
    }

    /// <summary>Patients to randomise.</summary>
    public int TargetPatients { get; private set; }

    /// <summary>Whether accrual has ended whatever number is wanted: a decision has ended it, or nobody comes any more.</summary>
    public bool IsAccrualStopped { get; private set; }

    /// <summary>The look that stopped the trial; <see cref="None"/> for none.</summary>
    public int StopLook { get; private set; }

    /// <summary>Why it stopped.</summary>
    public StopReason StopReason { get; private set; }

    /// <summary>The day on which the decision to stop was taken; never for none.</summary>
    public TrialDay StopDay { get; private set; }

    /// <summary>Changes with each change of the ratio, so that an allocator sees it.</summary>
    public int RatioVersion { get; private set; }

    /// <summary>Weight of each arm for the next patient; 0 for an arm that has been dropped.</summary>
    public ReadOnlySpan<int> Ratio => _ratio;

    /// <summary>The categorical covariate whose levels are limited; <see cref="None"/> for none.</summary>
    public int EnrolOnlyCovariate { get; private set; }

    /// <summary>The levels that are still enrolled.</summary>
    public ImmutableArray<int> EnrolOnlyLevels { get; private set; } = [];

    /// <summary>Of each analysis the look at which it first rejected; <see cref="None"/> for not.</summary>
    public ReadOnlySpan<int> RejectedAt => _rejectedAt;

    /// <summary>Of each analysis the look at which it first passed its futility bound; <see cref="None"/> for not.</summary>
    public ReadOnlySpan<int> FutileAt => _futileAt;

    /// <summary>Of each decision the look at which it was taken; <see cref="None"/> for not.</summary>
    public ReadOnlySpan<int> DecidedAt => _decidedAt;

    /// <summary>Of each decision the events or patients that it has set for the rest of the trial; 0 for none.</summary>
    public ReadOnlySpan<int> NewSizes => _newSizes;

    /// <summary>Of each arm the decision that dropped it; <see cref="None"/> for none.</summary>
    public ReadOnlySpan<int> DroppedBy => _droppedBy;

    /// <summary>Back to the plan.</summary>
    public void Restart()
    {
        TargetPatients = _design.Patients;
        IsAccrualStopped = false;
        StopLook = None;
        StopReason = StopReason.None;
        StopDay = TrialDay.Never;
        RatioVersion = 0;
        EnrolOnlyCovariate = None;
        EnrolOnlyLevels = [];
        _design.Allocation.Ratio.CopyTo(_ratio);
        Array.Clear(_isDropped);
        Array.Clear(_raisedCounts);
        Array.Fill(_rejectedAt, None);
        Array.Fill(_futileAt, None);
        Array.Fill(_decidedAt, None);
        Array.Clear(_newSizes);
        Array.Fill(_droppedBy, None);
        Array.Fill(_lookOrder, None);
        _looksTaken = 0;
    }

    /// <summary>Whether more patients are to be enrolled.</summary>
    /// <param name="enrolled">Those in the trial.</param>
    public bool IsEnrolling(int enrolled) => !IsAccrualStopped && enrolled < TargetPatients;

    /// <summary>Whether a look has taken place.</summary>
    public bool HasTakenPlace(int look) => _lookOrder[look] != None;

    /// <summary>Whether an analysis had rejected by a look: there, or at one that took place before it.</summary>
    public bool IsRejectedBy(int analysis, int look) => IsBy(_rejectedAt[analysis], look);

    /// <summary>Whether an analysis had passed its futility bound by a look: there, or at one that took place before it.</summary>
    public bool IsFutileBy(int analysis, int look) => IsBy(_futileAt[analysis], look);

    /// <summary>Whether an arm has been dropped.</summary>
    public bool IsDropped(int arm) => _isDropped[arm];

    /// <summary>Whether a patient with these covariates may be enrolled.</summary>
    public bool Admits(ReadOnlySpan<double> covariates) => EnrolOnlyCovariate == None || EnrolOnlyLevels.Contains((int)covariates[EnrolOnlyCovariate]);

    /// <summary>How much a look waits for.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="planned">What it was planned to wait for.</param>
    public int CountFor(int look, int planned) => Math.Max(_raisedCounts[look], planned);

    /// <summary>A look takes place; looks come in the order of time.</summary>
    public void TakeLook(int look) => _lookOrder[look] = _looksTaken++;

    /// <summary>An analysis rejects at a look; the first time counts.</summary>
    public void Reject(int analysis, int look) => _rejectedAt[analysis] = _rejectedAt[analysis] == None ? look : _rejectedAt[analysis];

    /// <summary>An analysis passes its futility bound at a look; the first time counts.</summary>
    public void FindFutile(int analysis, int look) => _futileAt[analysis] = _futileAt[analysis] == None ? look : _futileAt[analysis];

    /// <summary>A decision is taken at a look: it has changed something.</summary>
    public void Take(int decision, int look) => _decidedAt[decision] = look;

    /// <summary>Nobody is randomised any more.</summary>
    public void StopAccrual() => IsAccrualStopped = true;

    /// <summary>So many patients are randomised instead of those planned.</summary>
    public void RandomiseUpTo(int patients) => TargetPatients = patients;

    /// <summary>A look waits for more events or patients than was planned.</summary>
    public void Raise(int look, int count) => _raisedCounts[look] = count;

    /// <summary>A decision sets events or patients for the rest of the trial.</summary>
    public void NoteSize(int decision, int size) => _newSizes[decision] = size;

    /// <summary>Nobody is allocated to an arm any more, by a decision.</summary>
    /// <returns>Whether it was open.</returns>
    public bool TryDrop(int arm, int decision)
    {
        if (_isDropped[arm])
        {
            return false;
        }

        _isDropped[arm] = true;
        _droppedBy[arm] = decision;
        _ratio[arm] = 0;
        RatioVersion++;
        return true;
    }

    /// <summary>Patients are allocated by another ratio.</summary>
    /// <returns>Whether it is another.</returns>
    public bool TryAllocate(ImmutableArray<int> ratio)
    {
        bool isOther = false;
        for (int arm = 0; arm < _ratio.Length; arm++)
        {
            int weight = _isDropped[arm] ? 0 : ratio[arm];
            isOther |= weight != _ratio[arm];
            _ratio[arm] = weight;
        }

        RatioVersion += isOther ? 1 : 0;
        return isOther;
    }

    /// <summary>Only some are enrolled.</summary>
    public void EnrolOnly(int covariate, ImmutableArray<int> levels)
    {
        EnrolOnlyCovariate = covariate;
        EnrolOnlyLevels = levels;
    }

    /// <summary>The trial stops, unless it has stopped before.</summary>
    /// <returns>Whether it had not.</returns>
    public bool TryStop(int look, StopReason reason, TrialDay day)
    {
        if (StopLook != None)
        {
            return false;
        }

        StopLook = look;
        StopReason = reason;
        StopDay = day;
        return true;
    }

    private bool IsBy(int earlier, int look) => earlier != None && _lookOrder[earlier] <= _lookOrder[look];
}
