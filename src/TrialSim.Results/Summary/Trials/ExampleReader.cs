using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Results.Tables;
using TrialSim.Statistics;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Reads off a replicate what is told of an example: how it ended, and what its first test was then, and the effect beside it.</summary>
internal sealed class ExampleReader
{
    private const int None = -1;

    private readonly TrialDesign _design;
    private readonly ImmutableArray<RowKey> _keys;
    private readonly ImmutableArray<int> _tests;

    public ExampleReader(TrialDesign design)
    {
        _design = design;
        _keys = new ResultLayout(design).Rows;
        _tests = JointTests.ToldOf(design);
    }

    /// <summary>Whether the design tests anything.</summary>
    public bool HasTest => !_tests.IsEmpty;

    /// <summary>Whether the first test has rejected by the end of the trial.</summary>
    public bool IsRejected(in ReplicateResult result) => RowOf(_tests[0], result) is int row and >= 0 && result.Rows[row].Verdict == Verdict.Rejected;

    /// <summary>What is told of a replicate; why it is an example is left open.</summary>
    /// <param name="replicate">Its number, from 1.</param>
    /// <param name="result">What it has shown.</param>
    public ExampleTrial Read(uint replicate, in ReplicateResult result)
    {
        TrialOutcome outcome = result.Outcome;
        int last = outcome.StopLook >= 0 ? outcome.StopLook : LastLook(result);
        int test = FirstTestDone(result);
        ResultRow shown = test >= 0 ? result.Rows[test] : default;
        bool isShown = test >= 0 && shown.Reason == NotEstimable.None;
        MeasureTraits? traits = test >= 0 ? MeasureTraits.Of(_keys[test].Measure) : null;
        int effect = isShown ? EffectRow(test, result) : None;
        MeasureTraits? measure = effect >= 0 ? MeasureTraits.Of(_keys[effect].Measure) : null;
        return new ExampleTrial(
            replicate,
            "",
            last >= 0 ? _design.Looks[last].Name : "",
            outcome.StopReason == StopReason.None ? "" : SnakeCase.Of(outcome.StopReason.ToString()),
            outcome.EndDay < TrialDay.Never ? outcome.EndDay.Value / DaysPer.Month : null,
            outcome.Patients,
            EventsAt(test, result),
            NameOf(test),
            isShown && traits!.Test == TestDirection.Directed ? shown.Z : null,
            isShown && traits!.HasPValue ? shown.PValue : null,
            measure?.InUnit(result.Rows[effect].Estimate))
        {
            Measure = measure?.Summary ?? "",
        };
    }

    private string NameOf(int test) => test >= 0 ? _design.Analyses[_keys[test].Analysis].Name : HasTest ? _design.Analyses[_tests[0]].Name : "";

    // A trial may stop before the first test of its design is ever done.
    private int FirstTestDone(in ReplicateResult result)
    {
        foreach (int test in _tests)
        {
            if (RowOf(test, result) is int row and >= 0)
            {
                return row;
            }
        }

        return None;
    }

    // The row of a test at the last look before the end that has it.
    private int RowOf(int test, in ReplicateResult result)
    {
        int last = None;
        for (int row = 0; row < _keys.Length; row++)
        {
            RowKey key = _keys[row];
            if (key.Analysis == test && MeasureTraits.Of(key.Measure).IsTest && result.IsBeforeEnd(key.Look)
                && (last < 0 || result.DayOf(key.Look) > result.DayOf(_keys[last].Look)))
            {
                last = row;
            }
        }

        return last;
    }

    private int LastLook(in ReplicateResult result)
    {
        int last = None;
        for (int look = 0; look < _design.Looks.Length; look++)
        {
            last = result.IsBeforeEnd(look) && (last < 0 || result.DayOf(look) >= result.DayOf(last)) ? look : last;
        }

        return last;
    }

    private int? EventsAt(int test, in ReplicateResult result)
    {
        if (test < 0 || !MeasureTraits.Of(_keys[test].Measure).CountsEvents)
        {
            return null;
        }

        int events = 0;
        for (int row = 0; row < _keys.Length; row++)
        {
            bool isCount = _keys[row].Measure == RowMeasure.Count && _keys[row].Look == _keys[test].Look && _keys[row].Endpoint == _keys[test].Endpoint;
            events += isCount ? result.Rows[row].Events : 0;
        }

        return events;
    }

    // What the test itself estimates, or else the first estimate of the same comparison on the same endpoint, at the same look.
    private int EffectRow(int test, in ReplicateResult result)
    {
        RowKey key = _keys[test];
        if (MeasureTraits.Of(key.Measure).HasInterval)
        {
            return test;
        }

        for (int row = 0; row < _keys.Length; row++)
        {
            RowKey other = _keys[row];
            if (other.Look == key.Look && other.Endpoint == key.Endpoint && other.Arm == key.Arm && other.Control == key.Control && other.Control >= 0
                && MeasureTraits.Of(other.Measure).HasInterval && result.Rows[row].Reason == NotEstimable.None)
            {
                return row;
            }
        }

        return None;
    }
}
