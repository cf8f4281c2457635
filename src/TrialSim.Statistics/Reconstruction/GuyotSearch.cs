namespace TrialSim.Statistics.Reconstruction;

/// <summary>The state of a reconstruction, interval by interval of the numbers at risk.</summary>
internal sealed class GuyotSearch(CurvePoint[] curve, NumberAtRisk[] atRisk)
{
    private readonly List<(double Day, bool HasEvent)> _patients = [];

    // Height of the reconstructed curve, patients left and next point.
    private double _height = 1.0;
    private int _remaining = atRisk[0].Patients;
    private int _next;

    internal ReconstructedPatients Run()
    {
        FillIntervals();
        double start = atRisk[^1].Days;
        int censoredBefore = _patients.Count(p => !p.HasEvent);
        int censored = start > 0.0
            ? (int)Math.Round(censoredBefore * Math.Max(0.0, curve[^1].Days - start) / start, MidpointRounding.AwayFromZero)
            : 0;
        return Finish(Math.Min(censored, _remaining));
    }

    internal ReconstructedPatients Run(int totalEvents)
    {
        FillIntervals();
        int missing = totalEvents - _patients.Count(p => p.HasEvent);

        // More censoring leaves fewer at risk and so fewer events: by halving, the least censoring that does not exceed the total.
        int low = 0;
        int high = _remaining;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Walk(middle, atRisk[^1].Days, End, out _, isLast: true).Count(p => p.HasEvent) <= missing)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return Finish(low);
    }

    private double End => Math.Max(curve[^1].Days, atRisk[^1].Days);

    private void FillIntervals()
    {
        for (int i = 0; i + 1 < atRisk.Length; i++)
        {
            double start = atRisk[i].Days;
            double end = atRisk[i + 1].Days;
            int target = atRisk[i + 1].Patients;

            // More censoring leaves fewer at the end of the interval; a change by one changes the end by one or by none.
            int low = 0;
            int high = _remaining;
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                Walk(middle, start, end, out State reached);
                if (reached.Remaining <= target)
                {
                    high = middle;
                }
                else
                {
                    low = middle + 1;
                }
            }

            _patients.AddRange(Walk(low, start, end, out State state));
            (_height, _remaining, _next) = (state.Height, state.Remaining, state.Next);
        }
    }

    private ReconstructedPatients Finish(int censored)
    {
        _patients.AddRange(Walk(censored, atRisk[^1].Days, End, out State state, isLast: true));
        for (int i = 0; i < state.Remaining; i++)
        {
            _patients.Add((End, false));
        }

        (double Day, bool HasEvent)[] sorted = [.. _patients.OrderBy(p => p.Day).ThenByDescending(p => p.HasEvent)];
        return new ReconstructedPatients([.. sorted.Select(p => p.Day)], [.. sorted.Select(p => p.HasEvent)], Deviation(sorted));
    }

    /// <summary>The patients who leave from a day on and before another (the last interval: up to it), when so many of them are censored.</summary>
    private List<(double Day, bool HasEvent)> Walk(int censored, double start, double end, out State state, bool isLast = false)
    {
        List<(double Day, bool HasEvent)> leaving = [];
        double height = _height;
        int remaining = _remaining;
        int next = _next;
        int censoredSoFar = 0;
        while (next < curve.Length && (curve[next].Days < end || (isLast && curve[next].Days <= end)))
        {
            CensorBefore(curve[next].Days, isEnd: false);
            int events = height > 0.0 && remaining > 0
                ? (int)Math.Round(remaining * (1.0 - (curve[next].Survival / height)), MidpointRounding.AwayFromZero)
                : 0;
            events = Math.Clamp(events, 0, remaining);
            for (int e = 0; e < events; e++)
            {
                leaving.Add((curve[next].Days, true));
            }

            height *= remaining > 0 ? (double)(remaining - events) / remaining : 1.0;
            remaining -= events;
            next++;
        }

        CensorBefore(end, isEnd: true);
        state = new State(height, remaining, next);
        return leaving;

        void CensorBefore(double day, bool isEnd)
        {
            for (; censoredSoFar < censored && remaining > 0; censoredSoFar++)
            {
                double at = start + ((censoredSoFar + 1) * (end - start) / (censored + 1));
                if (at >= day && !isEnd)
                {
                    return;
                }

                leaving.Add((at, false));
                remaining--;
            }
        }
    }

    private double Deviation((double Day, bool HasEvent)[] sorted)
    {
        double largest = 0.0;
        double height = 1.0;
        int patient = 0;
        for (int k = 1; k < curve.Length; k++)
        {
            for (; patient < sorted.Length && sorted[patient].Day <= curve[k].Days; patient++)
            {
                int left = sorted.Length - patient;
                height *= sorted[patient].HasEvent ? (left - 1.0) / left : 1.0;
            }

            largest = Math.Max(largest, Math.Abs(height - curve[k].Survival));
        }

        return largest;
    }

    private readonly record struct State(double Height, int Remaining, int Next);
}
