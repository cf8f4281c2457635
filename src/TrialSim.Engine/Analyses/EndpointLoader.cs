using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TrialSim.Engine.Conduct;
using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses;

/// <summary>Reads endpoints off data cuts, into buffers that it owns and uses again.</summary>
internal sealed class EndpointLoader(TrialDesign design)
{
    private readonly int[] _everybody = [.. Enumerable.Range(0, design.MaxPatients)];
    private readonly double[] _fromRandomisation = new double[design.MaxPatients];
    private readonly int[] _members = new int[design.MaxPatients];
    private readonly byte[] _arms = new byte[design.MaxPatients];
    private readonly double[] _days = new double[design.MaxPatients];
    private readonly bool[] _hasEvent = new bool[design.MaxPatients];
    private readonly double[] _originDays = new double[design.MaxPatients];
    private readonly double[] _competingDays = new double[design.MaxPatients];
    private readonly double[] _values = new double[design.MaxPatients];
    private readonly SurvivalOrder _order = new(design.MaxPatients);
    private readonly RiskTables _tables = new(design.Arms.Length, design.MaxPatients);
    private readonly int[] _patients = new int[design.Arms.Length];
    private readonly int[] _events = new int[design.Arms.Length];
    private int _count;

    /// <summary>The endpoint as the cut shows it.</summary>
    /// <param name="cut">What is known.</param>
    /// <param name="endpoint">Index of the endpoint.</param>
    /// <param name="followedForDays">Patients randomised less than so many days before the cut are left out; 0 for none.</param>
    /// <returns>A view of this object's buffers, good until the next call.</returns>
    public EndpointData Load(DataCut cut, int endpoint, double followedForDays)
    {
        bool isTime = design.Endpoints[endpoint] is TimeToEventEndpoint;
        if (design.Endpoints[endpoint] is TimeToEventEndpoint { IsPlain: true } plain && followedForDays == 0.0)
        {
            // Everybody is in the endpoint, from randomisation on.
            cut.FillEndpoint(plain, _days, _hasEvent, _competingDays);
            return DataOf(cut, isTime, _everybody.AsSpan(0, cut.Patients), cut.Arms, _fromRandomisation);
        }

        TakeOneByOne(cut, endpoint, followedForDays);
        return DataOf(cut, isTime, _members.AsSpan(0, _count), _arms.AsSpan(0, _count), _originDays);
    }

    private EndpointData DataOf(DataCut cut, bool isTime, ReadOnlySpan<int> members, ReadOnlySpan<byte> arms, double[] originDays)
    {
        _tables.Forget();
        ReadOnlySpan<bool> hasEvent = _hasEvent.AsSpan(0, arms.Length);
        for (int arm = 0; arm < _patients.Length; arm++)
        {
            _patients[arm] = arms.Count((byte)arm);
            _events[arm] = EventsOf((byte)arm, arms, hasEvent);
        }

        SurvivalSample sample = new(_days.AsSpan(0, arms.Length), hasEvent, arms);
        return new EndpointData(cut, members, sample, isTime ? _order.Sort(sample) : sample, _patients, _events, _tables)
        {
            OriginDays = originDays.AsSpan(0, arms.Length),
            CompetingDays = _competingDays.AsSpan(0, arms.Length),
            Values = _values.AsSpan(0, arms.Length),
        };
    }

    private static int EventsOf(byte arm, ReadOnlySpan<byte> arms, ReadOnlySpan<bool> hasEvent)
    {
        ReadOnlySpan<byte> events = MemoryMarshal.AsBytes(hasEvent);
        int count = 0;
        int first = 0;
        for (; first + Vector512<byte>.Count <= arms.Length; first += Vector512<byte>.Count)
        {
            Vector512<byte> isOfArm = Vector512.Equals(Vector512.Create(arms[first..]), Vector512.Create(arm));
            count += BitOperations.PopCount(Vector512.AndNot(isOfArm, Vector512.Equals(Vector512.Create(events[first..]), Vector512<byte>.Zero)).ExtractMostSignificantBits());
        }

        for (; first < arms.Length; first++)
        {
            count += arms[first] == arm & hasEvent[first] ? 1 : 0;
        }

        return count;
    }

    private void TakeOneByOne(DataCut cut, int endpoint, double followedForDays)
    {
        _count = 0;
        int patients = followedForDays > 0.0 ? cut.PatientsFollowedFor(followedForDays) : cut.Patients;
        for (int patient = 0; patient < patients; patient++)
        {
            if (TryTake(cut, design.Endpoints[endpoint], patient))
            {
                _members[_count] = patient;
                _arms[_count] = cut.Arms[patient];
                _count++;
            }
        }
    }

    /// <summary>Writes what the endpoint says of a patient to the next place.</summary>
    /// <returns>Whether the patient is in the endpoint.</returns>
    private bool TryTake(DataCut cut, Endpoint endpoint, int patient)
    {
        _days[_count] = 0;
        _hasEvent[_count] = false;
        switch (endpoint)
        {
            case TimeToEventEndpoint time:
                bool isIn = cut.TryTimeOf(time, patient, out EndpointTime known);
                _days[_count] = known.Days;
                _hasEvent[_count] = known.HasEvent;
                _originDays[_count] = known.OriginDay;
                _competingDays[_count] = known.CompetingDays;
                return isIn;
            case BinaryEndpoint binary:
                return cut.TryAnswerOf(binary, patient, out _hasEvent[_count]);
            case NumericEndpoint numeric:
                return cut.TryValueOf(numeric, patient, out _values[_count]);
            default:
                throw new InvalidOperationException($"No data cut shows a {endpoint.GetType().Name}.");
        }
    }
}
