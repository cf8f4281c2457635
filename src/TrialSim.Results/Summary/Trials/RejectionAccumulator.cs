using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Model.Design;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Summary.Trials;

/// <summary>Adds up which tests reject, at which look first, and which of a family reject together.</summary>
internal sealed class RejectionAccumulator
{
    private readonly ImmutableArray<int> _tests;
    private readonly ImmutableArray<RowNames> _names;
    private readonly ImmutableArray<ImmutableArray<int>> _looks;
    private readonly ImmutableArray<JointTests> _families;
    private readonly long[][] _firstAt;
    private readonly long[] _any;
    private readonly long[] _all;
    private readonly long[] _stopsIgnored;
    private readonly long[] _anyStopsIgnored;
    private readonly ImmutableArray<string> _lookNames;
    private long _replicates;

    public RejectionAccumulator(TrialDesign design)
    {
        ImmutableArray<RowKey> rows = new ResultLayout(design).Rows;
        _tests = JointTests.ToldOf(design);
        _names = [.. _tests.Select(test => RowNames.Of(design, rows.First(row => row.Analysis == test && MeasureTraits.Of(row.Measure).IsTest)))];
        _looks = [.. _tests.Select(test => design.Analyses[test].Looks)];
        _families = [.. JointTests.Of(design).Where(family => family.Analyses.Length > 1)];
        _lookNames = [.. design.Looks.Select(look => look.Name)];
        _firstAt = [.. _tests.Select(_ => new long[_lookNames.Length])];
        _any = new long[_families.Length];
        _all = new long[_families.Length];
        _stopsIgnored = new long[_tests.Length];
        _anyStopsIgnored = new long[_families.Length];
    }

    /// <summary>Takes one more replicate.</summary>
    public void Add(in ReplicateResult result)
    {
        _replicates++;
        for (int test = 0; test < _tests.Length; test++)
        {
            if (result.RejectionOf(_tests[test]) is int look and >= 0)
            {
                _firstAt[test][look]++;
            }

            _stopsIgnored[test] += result.RejectsAtAnyLook(_tests[test]) ? 1 : 0;
        }

        for (int family = 0; family < _families.Length; family++)
        {
            int rejected = 0;
            bool isAnyRejected = false;
            foreach (int analysis in _families[family].Analyses)
            {
                rejected += result.RejectionOf(analysis) >= 0 ? 1 : 0;
                isAnyRejected |= result.RejectsAtAnyLook(analysis);
            }

            _anyStopsIgnored[family] += isAnyRejected ? 1 : 0;

            _any[family] += rejected > 0 ? 1 : 0;
            _all[family] += rejected == _families[family].Analyses.Length ? 1 : 0;
        }
    }

    /// <summary>Of tests with several looks, what they reject at one of them.</summary>
    public IEnumerable<OperatingCharacteristic> AtLook(int look)
    {
        for (int test = 0; test < _tests.Length; test++)
        {
            int place = _looks[test].IndexOf(look);
            if (_looks[test].Length > 1 && place >= 0)
            {
                long[] firstAt = _firstAt[test];
                yield return Share.Of(firstAt[look], _replicates, Blank(_names[test], _lookNames[look], Measures.FirstRejection));
                yield return Share.Of(_looks[test].Take(place + 1).Sum(one => firstAt[one]), _replicates, Blank(_names[test], _lookNames[look], Measures.CumulativePower));
            }
        }
    }

    /// <summary>What each test, and each family, rejects over the whole trial.</summary>
    /// <param name="isTold">Of the index of an analysis, whether it has one verdict over its looks; of a family all have to.</param>
    public IEnumerable<OperatingCharacteristic> OverTrial(Predicate<int> isTold) =>
        OfTests([.. _tests.Where(test => isTold(test))], Measures.OverallPower, RejectionsBeforeEnd)
            .Concat(OfFamilies(Measures.DisjunctivePower, _any, family => family.Analyses.All(test => isTold(test))))
            .Concat(OfFamilies(Measures.ConjunctivePower, _all, family => family.Analyses.All(test => isTold(test))));

    /// <summary>Whether a test is done at a single look.</summary>
    /// <param name="analysis">Index of the analysis.</param>
    public bool IsDoneOnce(int analysis) => _tests.IndexOf(analysis) is var test and >= 0 && _looks[test].Length == 1;

    /// <summary>The errors of a run in which nothing that is on trial changes what is compared.</summary>
    /// <param name="tests">Indices of the analyses whose null hypothesis that is.</param>
    public IEnumerable<OperatingCharacteristic> AsErrors(ImmutableArray<int> tests) =>
        OfTests([.. tests.Where(_tests.Contains)], Measures.TypeIError, RejectionsBeforeEnd).Concat(OfFamilies(Measures.FamilyWiseError, _any, family => family.Analyses.All(tests.Contains)));

    /// <summary>The errors of tests whose looks are each for themselves: one at each look.</summary>
    /// <param name="tests">Indices of the analyses.</param>
    /// <param name="powers">What each analysis rejects at each look.</param>
    public IEnumerable<OperatingCharacteristic> AsErrorsOfLooks(ImmutableArray<int> tests, IEnumerable<OperatingCharacteristic> powers)
    {
        string[] names = [.. tests.Where(_tests.Contains).Select(test => _names[_tests.IndexOf(test)].Analysis)];
        return powers.Where(row => names.Contains(row.Analysis)).Select(row => row with { Measure = Measures.TypeIError });
    }

    /// <summary>What each test rejects in a run that goes on after stops, those after the stop included.</summary>
    public IEnumerable<OperatingCharacteristic> StopsIgnored() => OfTests(_tests, Measures.OverallPowerStopsIgnored, test => _stopsIgnored[test]);

    /// <summary>The errors of such a run in which nothing that is on trial changes what is compared.</summary>
    /// <param name="tests">Indices of the analyses whose null hypothesis that is.</param>
    public IEnumerable<OperatingCharacteristic> AsErrorsStopsIgnored(ImmutableArray<int> tests) =>
        OfTests([.. tests.Where(_tests.Contains)], Measures.TypeIErrorStopsIgnored, test => _stopsIgnored[test])
            .Concat(OfFamilies(Measures.FamilyWiseErrorStopsIgnored, _anyStopsIgnored, family => family.Analyses.All(tests.Contains)));

    private long RejectionsBeforeEnd(int test) => _firstAt[test].Sum();

    private IEnumerable<OperatingCharacteristic> OfTests(ImmutableArray<int> tests, string measure, Func<int, long> count) =>
        tests.Select(analysis => _tests.IndexOf(analysis)).Select(test => Share.Of(count(test), _replicates, Blank(_names[test], "", measure)));

    private IEnumerable<OperatingCharacteristic> OfFamilies(string measure, long[] counts, Predicate<JointTests> isWanted) => _families
        .Select((family, index) => (Family: family, Count: counts[index]))
        .Where(one => isWanted(one.Family))
        .Select(one => Share.Of(one.Count, _replicates, new OperatingCharacteristic("", one.Family.Endpoint, "", "", measure, "probability", null, null, null, null, 0, 0)));

    private static OperatingCharacteristic Blank(RowNames names, string look, string measure) =>
        new(look, names.Endpoint, names.Analysis, names.Arms, measure, "probability", null, null, null, null, 0, 0);
}
