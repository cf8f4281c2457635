using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.CompetingRisks;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The cumulative incidence of an arm at a time, others competing, with the variance of R's <c>survfit</c>.</summary>
internal sealed class CumulativeIncidenceMethod(CumulativeIncidenceAnalysis analysis, int patients) : IAnalysisMethod
{
    private const byte Event = 1;
    private const byte Competing = 2;

    private readonly double[] _days = new double[patients];
    private readonly byte[] _causes = new byte[patients];
    private readonly IncidenceRow[] _rows = new IncidenceRow[patients];

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        int count = Take(key.Arm, data);
        ResultRow counts = data.CountsOf(key);
        if (count == 0)
        {
            return counts with { Reason = NotEstimable.NoPatients };
        }

        int rows = CumulativeIncidence.Fill(_days.AsSpan(0, count), _causes.AsSpan(0, count), Event, IncidenceVariance.Multinomial, _rows);
        bool isOver = rows > 0 && _rows[rows - 1].EventFree == 0.0;
        if (_days[count - 1] < analysis.Day && !isOver)
        {
            return counts with { Reason = NotEstimable.NotReached };
        }

        IncidenceRow reached = new(0.0, count, 0, 0, 1.0, 0.0, 0.0);
        foreach (IncidenceRow row in _rows.AsSpan(0, rows))
        {
            reached = row.Days <= analysis.Day ? row : reached;
        }

        return counts.WithEstimate(reached.Incidence, reached.StandardError, reached.Limits(analysis.ConfidenceLevel, analysis.Transform));
    }

    /// <summary>The patients of an arm by ascending day, with what ended their time.</summary>
    private int Take(int arm, in EndpointData data)
    {
        int count = 0;
        for (int entry = 0; entry < data.InScreeningOrder.Length; entry++)
        {
            if (data.InScreeningOrder.Arm[entry] == arm)
            {
                bool hasEvent = data.InScreeningOrder.HasEvent[entry];
                bool isCompeting = !hasEvent && data.CompetingDays[entry] < double.PositiveInfinity;
                _days[count] = isCompeting ? data.CompetingDays[entry] : data.InScreeningOrder.Days[entry];
                _causes[count++] = hasEvent ? Event : isCompeting ? Competing : (byte)0;
            }
        }

        _days.AsSpan(0, count).Sort(_causes.AsSpan(0, count));
        return count;
    }
}
