using TrialSim.Engine.Randomness;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>What occasions do: first states change, in the order of the scenario, then events get their risk. Which occasion does what is looked up by number.</summary>
internal sealed class OccasionCourse
{
    private readonly StateCourse _states;
    private readonly EventClocks _clocks;
    private readonly PatientUnderWay _patient;
    private readonly int[] _firstSlot;
    private readonly (int State, StateChange Change, NeighbourUniforms Uniforms)[][] _changes;
    private readonly (int Event, EventChance Chance)[][] _chances;

    public OccasionCourse(TrialTruth truth, TrialProtocol protocol, StateCourse states, EventClocks clocks, PatientUnderWay patient)
    {
        _states = states;
        _clocks = clocks;
        _patient = patient;
        int treatments = protocol.Treatments.Length;
        int visits = protocol.Visits.Length;
        _firstSlot = [0, 1, 1 + treatments, 1 + (2 * treatments), 1 + (2 * treatments) + visits];
        int slots = 1 + (2 * treatments) + visits + truth.Events.Length;
        ILookup<int, (int State, StateChange Change)> changes = truth.States
            .SelectMany((state, index) => state.Changes.Select(change => (State: index, Change: change)))
            .ToLookup(entry => SlotOf(entry.Change.At.Kind, entry.Change.At.Subject));
        ILookup<int, (int, EventChance)> chances = truth.Events
            .SelectMany((one, index) => one.Chances.Select(chance => (index, chance)))
            .ToLookup(entry => SlotOf(entry.chance.At.Kind, entry.chance.At.Subject));
        _changes = [.. Enumerable.Range(0, slots).Select(slot => changes[slot].Select(entry => (entry.State, entry.Change, new NeighbourUniforms(entry.Change.Purpose, protocol))).ToArray())];
        _chances = [.. Enumerable.Range(0, slots).Select(slot => chances[slot].ToArray())];
    }

    /// <summary>An occasion has come.</summary>
    /// <param name="kind">What it is an occasion of.</param>
    /// <param name="subject">Index of the treatment, schedule or event; 0 for randomisation.</param>
    /// <param name="number">Which one it is, from 1.</param>
    /// <param name="day">Its day.</param>
    /// <returns>Whether the scenario has anything for such an occasion.</returns>
    public bool Come(OccasionKind kind, int subject, int number, double day)
    {
        int slot = SlotOf(kind, subject);
        foreach ((int state, StateChange change, NeighbourUniforms uniforms) in _changes[slot])
        {
            _states.Change(state, change, uniforms, number, day);
        }

        foreach ((int clinicalEvent, EventChance chance) in _chances[slot])
        {
            Risk(clinicalEvent, chance, day);
        }

        return _changes[slot].Length + _chances[slot].Length > 0;
    }

    /// <summary>A session of a procedure has taken place, or the first dose of a drug.</summary>
    public void ComeToSession(int treatment, int number, double day)
    {
        if (number == 1)
        {
            Come(OccasionKind.FirstSession, treatment, number, day);
        }

        Come(OccasionKind.EachSession, treatment, number, day);
    }

    private int SlotOf(OccasionKind kind, int subject) => _firstSlot[(int)kind] + subject;

    private void Risk(int clinicalEvent, EventChance chance, double day)
    {
        foreach (ChanceRule rule in chance.Rules)
        {
            if (StateMask.AnyHolds(rule.If, _patient.State))
            {
                _clocks.Add(clinicalEvent, rule.Jump, day);
                return;
            }
        }
    }
}
