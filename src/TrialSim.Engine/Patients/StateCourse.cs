using System.Collections.Immutable;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>The states of one patient: the level that each truly has, and what is known of it.</summary>
internal sealed class StateCourse
{
    private readonly ImmutableArray<ClinicalState> _states;
    private readonly PatientUnderWay _patient;
    private readonly NeighbourUniforms[] _starts;
    private readonly int[] _levels;
    private readonly ulong[][] _truth;
    private readonly ulong[][] _known;
    private readonly int[][] _seenAt;

    public StateCourse(TrialTruth truth, TrialProtocol protocol, PatientUnderWay patient)
    {
        _states = truth.States;
        _patient = patient;
        _starts = [.. _states.Select(state => new NeighbourUniforms(state.Purpose, protocol))];
        _levels = new int[_states.Length];
        _truth = MasksOf(truth.StateBits);
        _known = MasksOf(protocol.KnownBits);
        _seenAt = new int[protocol.Visits.Length][];
        for (int visit = 0; visit < _seenAt.Length; visit++)
        {
            int own = visit;
            _seenAt[visit] = [.. Enumerable.Range(0, _states.Length).Where(state => _states[state].SeenAt.Contains(own))];
        }
    }

    /// <summary>Draws the levels at randomisation, which are known.</summary>
    public void Start()
    {
        for (int index = 0; index < _states.Length; index++)
        {
            _levels[index] = ClinicalState.NoLevel;
            int level = Draw(_states[index].Starts, nextProbability: 0, ClinicalState.NoLevel, _starts[index].Of(_patient.Key, 0).First);
            if (level != ClinicalState.NoLevel)
            {
                Take(index, level, day: 0);
                Know(index, day: 0);
            }
        }
    }

    /// <summary>What an occasion does to a state.</summary>
    /// <param name="index">Index of the state.</param>
    /// <param name="change">What the occasion may do.</param>
    /// <param name="uniforms">Of the change's purpose.</param>
    /// <param name="number">Number of the occasion, from 1.</param>
    /// <param name="day">Its day.</param>
    public void Change(int index, StateChange change, NeighbourUniforms uniforms, int number, double day)
    {
        foreach (LevelRule rule in change.Rules)
        {
            if (StateMask.AnyHolds(rule.If, _patient.State))
            {
                int level = Draw(rule.Probabilities, rule.NextProbability, _levels[index], uniforms.Of(_patient.Key, number).First);
                if (level != _levels[index])
                {
                    Take(index, level, day);
                    if (_states[index].IsSeenAtOnce && day <= _patient.SeenUntil)
                    {
                        Know(index, day);
                    }
                }

                return;
            }
        }
    }

    /// <summary>A visit sees the levels of the states that are looked at there.</summary>
    public void See(int visit, double day)
    {
        foreach (int index in _seenAt[visit])
        {
            Know(index, day);
        }
    }

    private static int Draw(ImmutableArray<double> probabilities, double nextProbability, int present, double uniform)
    {
        double cumulative = 0;
        for (int level = 0; level < probabilities.Length; level++)
        {
            cumulative += probabilities[level];
            if (uniform < cumulative)
            {
                return level;
            }
        }

        return uniform < cumulative + nextProbability ? Math.Min(present + 1, probabilities.Length - 1) : present;
    }

    private void Take(int index, int level, double day)
    {
        _levels[index] = level;
        _patient.State = With(_patient.State, _truth[index], level);
        _patient.Log.Add(new CourseEntry(day, CourseEntryKind.StateChanged, index, level));
    }

    private void Know(int index, double day)
    {
        _patient.Known = With(_patient.Known, _known[index], _levels[index]);
        _patient.Log.Add(new CourseEntry(day, CourseEntryKind.StateSeen, index, _levels[index]));
    }

    private static ulong With(ulong state, ulong[] levels, int level)
    {
        foreach (ulong mask in levels)
        {
            state &= ~mask;
        }

        return level == ClinicalState.NoLevel ? state : state | levels[level];
    }

    private ulong[][] MasksOf(ImmutableArray<StateBit> bits)
    {
        ulong[][] masks = new ulong[_states.Length][];
        for (int index = 0; index < masks.Length; index++)
        {
            masks[index] = new ulong[_states[index].Levels.Length];
        }

        foreach (StateBit bit in bits)
        {
            if (bit is StateLevelBit level)
            {
                masks[level.State][level.Level] |= level.Mask;
            }
        }

        return masks;
    }
}
