using System.Collections.Immutable;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>The bits that say at which grade events are going on.</summary>
internal sealed class GradeBits
{
    private readonly (int Grade, ulong Mask)[][] _ofEvent;

    public GradeBits(ImmutableArray<StateBit> bits, int events)
    {
        _ofEvent = new (int, ulong)[events][];
        for (int index = 0; index < events; index++)
        {
            int own = index;
            _ofEvent[index] = [.. bits.OfType<AdverseEventBit>().Where(bit => bit.Event == own).Select(bit => (bit.Grade, bit.Mask))];
        }
    }

    /// <summary>A state in which an event is going on at a grade.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="clinicalEvent">Index of the event.</param>
    /// <param name="grade">The grade; 0 for an event that is over.</param>
    public ulong With(ulong state, int clinicalEvent, int grade)
    {
        foreach ((int limit, ulong mask) in _ofEvent[clinicalEvent])
        {
            state = grade >= limit ? state | mask : state & ~mask;
        }

        return state;
    }
}
