using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Model.NullHypotheses;

/// <summary>What is so of every patient of the control arm, and makes conditions of the truth simpler when it is taken to be so of all patients.</summary>
internal sealed class ControlFacts
{
    private readonly int _control;
    private readonly TrialProtocol _protocol;
    private readonly ulong _known;
    private readonly ulong _holding;

    public ControlFacts(Trial trial, int control)
    {
        _control = control;
        _protocol = trial.Design.Protocol;
        foreach (StateBit bit in trial.Truth.StateBits)
        {
            bool isControl = bit is ArmBit arm && arm.Arm == control;
            bool isAbsent = bit is ArmBit ? !isControl : TreatmentOf(bit) is int treatment and not NoTreatment && !IsGiven(treatment);
            _holding |= isControl ? bit.Mask : 0;
            _known |= isControl || isAbsent ? bit.Mask : 0;
        }
    }

    private const int NoTreatment = -1;

    /// <summary>The alternatives that are left: without those that no control patient meets, and without what every control patient has.</summary>
    public ImmutableArray<StateMask> Simplify(ImmutableArray<StateMask> terms)
    {
        ImmutableArray<StateMask> left = [.. terms.Where(IsPossible).Select(Simplify).Distinct()];
        return left.Contains(StateMask.Always) ? [StateMask.Always] : left;
    }

    /// <summary>The choices that are left.</summary>
    public ImmutableArray<HazardChoice> Simplify(ImmutableArray<HazardChoice> choices) =>
        [.. choices.Where(choice => IsPossible(choice.When)).Select(choice => choice with { When = Simplify(choice.When) })];

    /// <summary>Whether a control patient can come to an occasion.</summary>
    public bool Meets(Occasion occasion) => occasion.Kind switch
    {
        OccasionKind.FirstSession or OccasionKind.EachSession => IsGiven(occasion.Subject),
        OccasionKind.KeptVisit => _protocol.Visits[occasion.Subject].Arms.Contains(_control),
        _ => true,
    };

    /// <summary>Whether days that are counted from this come for control patients.</summary>
    public bool Meets(Anchor anchor) => TreatmentOf(anchor) is not (int treatment and not NoTreatment) || IsGiven(treatment);

    private bool IsGiven(int treatment) => _protocol.Treatments[treatment].Arms.Contains(_control);

    private bool IsPossible(StateMask term) => (term.Value & _known) == (_holding & term.Mask);

    private StateMask Simplify(StateMask term) => new(term.Mask & ~_known, term.Value & ~_known);

    private static int TreatmentOf(StateBit bit) => bit switch
    {
        TreatedBit treated => treated.Treatment,
        TakingBit taking => taking.Treatment,
        DoseBit dose => dose.Treatment,
        SinceSessionBit since => TreatmentOf(since.Session),
        _ => NoTreatment,
    };

    private static int TreatmentOf(Anchor anchor) => anchor switch
    {
        FirstSession first => first.Treatment,
        EachSession each => each.Treatment,
        EndOfTreatment end => end.Treatment,
        _ => NoTreatment,
    };
}
