using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>The bits that treatments and visits set, by index of the treatment or event; 0 where no condition asks. Truth and knowledge have bits of their own.</summary>
internal sealed class ProtocolMasks
{
    public ProtocolMasks(TrialProtocol protocol, TrialTruth truth)
    {
        int treatments = protocol.Treatments.Length;
        Treated = new ulong[treatments];
        Taking = new ulong[treatments];
        TreatedKnown = new ulong[treatments];
        TakingKnown = new ulong[treatments];
        ReducedTo = [.. protocol.Treatments.Select(treatment => new ulong[treatment is Drug drug ? drug.Dosing.MgPerDay.Length : 0])];
        Seen = new ulong[truth.Events.Length];
        foreach (StateBit bit in truth.StateBits)
        {
            Mark(bit, Treated, Taking);
            if (bit is DoseBit dose)
            {
                ReducedTo[dose.Treatment][dose.Level] |= dose.Mask;
            }
        }

        foreach (StateBit bit in protocol.KnownBits)
        {
            Mark(bit, TreatedKnown, TakingKnown);
            if (bit is HadBit had)
            {
                Seen[had.Event] |= had.Mask;
            }
        }

        foreach (StateMask term in protocol.Treatments.SelectMany(RulesOf).Concat(protocol.Visits.SelectMany(schedule => schedule.Until)))
        {
            RuledBy |= term.Mask;
        }

        IsSeenAtOnce = [.. truth.Events.Select(one => one.IsSeenAtOnce)];
        AssessedAt = new int[protocol.Visits.Length][];
        for (int visit = 0; visit < AssessedAt.Length; visit++)
        {
            int own = visit;
            AssessedAt[visit] = [.. Enumerable.Range(0, truth.Events.Length).Where(index => truth.Events[index].SeenAt.Contains(own))];
        }
    }

    /// <summary>Truth: has had a session or dose.</summary>
    public ulong[] Treated { get; }

    /// <summary>Truth: takes the drug.</summary>
    public ulong[] Taking { get; }

    /// <summary>Truth: the dose of the drug has been reduced to a level or lower, by treatment and level.</summary>
    public ulong[][] ReducedTo { get; }

    /// <summary>Known: has had a session or dose.</summary>
    public ulong[] TreatedKnown { get; }

    /// <summary>Known: takes the drug.</summary>
    public ulong[] TakingKnown { get; }

    /// <summary>Known: the event has been seen.</summary>
    public ulong[] Seen { get; }

    /// <summary>Whether the event is known on its day.</summary>
    public bool[] IsSeenAtOnce { get; }

    /// <summary>For each schedule of visits the events that are looked for.</summary>
    public int[][] AssessedAt { get; }

    /// <summary>Known: all that stops a treatment, reduces a dose, interrupts a drug or ends a schedule of visits.</summary>
    public ulong RuledBy { get; }

    private static IEnumerable<StateMask> RulesOf(Treatment treatment) =>
        treatment is Drug drug ? [.. drug.StopIf, .. drug.Dosing.ReduceIf, .. drug.Dosing.InterruptIf] : treatment.StopIf;

    private static void Mark(StateBit bit, ulong[] treated, ulong[] taking)
    {
        switch (bit)
        {
            case TreatedBit had:
                treated[had.Treatment] |= had.Mask;
                break;
            case TakingBit takes:
                taking[takes.Treatment] |= takes.Mask;
                break;
        }
    }
}
