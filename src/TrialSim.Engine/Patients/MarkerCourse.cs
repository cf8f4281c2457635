using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>The markers of one patient, measured at visits. A patient who is high at one visit is so at others, as far as the marker's correlation says.</summary>
internal sealed class MarkerCourse
{
    private readonly ImmutableArray<Marker> _markers;
    private readonly PatientUnderWay _patient;
    private readonly (int Marker, uint Purpose)[][] _measuredAt;
    private readonly double[][] _sinceDays;
    private readonly int[] _measured;
    private readonly double[] _own; // The patient's own deviate, NaN until a measurement asks for it.

    public MarkerCourse(ImmutableArray<Marker> markers, TrialProtocol protocol, PatientUnderWay patient)
    {
        _markers = markers;
        _patient = patient;
        _sinceDays = [.. markers.Select(marker => new double[marker.Profiles.Length])];
        _measured = new int[markers.Length];
        _own = new double[markers.Length];
        _measuredAt = new (int, uint)[protocol.Visits.Length][];
        for (int visit = 0; visit < _measuredAt.Length; visit++)
        {
            int own = visit;
            _measuredAt[visit] =
            [
                .. Enumerable.Range(0, markers.Length).SelectMany(index => markers[index].MeasuredAt.Where(at => at.Visit == own).Select(at => (index, at.Purpose))),
            ];
        }
    }

    /// <summary>Nothing has been measured yet.</summary>
    public void Start()
    {
        Array.Clear(_measured);
        Array.Fill(_own, double.NaN);
        foreach (double[] days in _sinceDays)
        {
            Array.Fill(days, double.PositiveInfinity);
        }
    }

    /// <summary>Profiles that are counted from what has just come begin.</summary>
    public void Follow(AnchorPoint point, double day)
    {
        for (int marker = 0; marker < _markers.Length; marker++)
        {
            ImmutableArray<MarkerProfile> profiles = _markers[marker].Profiles;
            for (int profile = 0; profile < profiles.Length; profile++)
            {
                if (profiles[profile].Since.IsAt(point))
                {
                    _sinceDays[marker][profile] = day;
                }
            }
        }
    }

    /// <summary>A visit measures its markers.</summary>
    /// <param name="visit">Index of the schedule.</param>
    /// <param name="number">Number of the visit, which the luck of measuring belongs to.</param>
    /// <param name="day">Its day.</param>
    public void Measure(int visit, int number, double day)
    {
        foreach ((int index, uint purpose) in _measuredAt[visit])
        {
            Marker marker = _markers[index];
            for (int profile = 0; profile < marker.Profiles.Length; profile++)
            {
                double since = _sinceDays[index][profile];
                if (since <= day && StateMask.AnyHolds(marker.Profiles[profile].If, _patient.State))
                {
                    MarkerPoint point = PointAt(marker.Profiles[profile].Points, day - since);
                    double value = ValueOf(marker.Distribution, point, Deviate(index, purpose, number));
                    _patient.Log.Add(new CourseEntry(day, CourseEntryKind.MarkerMeasured, index, ++_measured[index], value));
                    break;
                }
            }
        }
    }

    /// <summary>The distribution some days after what a profile is counted from.</summary>
    internal static MarkerPoint PointAt(ImmutableArray<MarkerPoint> points, double days)
    {
        int next = 0;
        while (next < points.Length && points[next].Day <= days)
        {
            next++;
        }

        if (next == 0 || next == points.Length)
        {
            return points[Math.Max(0, next - 1)];
        }

        MarkerPoint before = points[next - 1];
        MarkerPoint after = points[next];
        double share = (days - before.Day) / (after.Day - before.Day);
        return new MarkerPoint(
            days,
            before.Mean + (share * (after.Mean - before.Mean)),
            before.StandardDeviation + (share * (after.StandardDeviation - before.StandardDeviation)));
    }

    private static double ValueOf(MarkerDistribution distribution, MarkerPoint point, double deviate)
    {
        if (distribution == MarkerDistribution.Normal)
        {
            return point.Mean + (point.StandardDeviation * deviate);
        }

        // Mean e^(μ + σ²/2) and variance (e^σ² − 1) e^(2μ + σ²), solved for μ and σ.
        double variation = point.StandardDeviation / point.Mean;
        double variance = Math.Log(1 + (variation * variation));
        return point.Mean * Math.Exp((Math.Sqrt(variance) * deviate) - (variance / 2));
    }

    // A standard normal, of which the patient's own part is shared by all measurements.
    private double Deviate(int index, uint purpose, int number)
    {
        Marker marker = _markers[index];
        ref double own = ref _own[index];
        if (double.IsNaN(own))
        {
            own = marker.Correlation == 0 ? 0 : Normal.Quantile(_patient.Key.Draws(marker.Purpose, 0).NextUniform());
        }

        double fresh = marker.Correlation == 1 ? 0 : Normal.Quantile(_patient.Key.Draws(purpose, number).NextUniform());
        return (Math.Sqrt(marker.Correlation) * own) + (Math.Sqrt(1 - marker.Correlation) * fresh);
    }
}
