using TrialSim.Engine.Analyses;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Results.Summary;

/// <summary>Keeps the curves of the first replicates and turns them into mean, band and numbers at risk.</summary>
internal sealed class CurveAccumulator
{
    private const double LowerQuantile = 0.025;
    private const double UpperQuantile = 0.975;

    private readonly TrialDesign _design;
    private readonly CurvePlan _plan;
    private readonly List<float[]> _kept = [];

    public CurveAccumulator(TrialDesign design, CurvePlan plan)
    {
        _design = design;
        _plan = plan;
    }

    /// <summary>Replicates that have kept their curves.</summary>
    public int Replicates => _kept.Count;

    /// <summary>Takes the curves of one more replicate; nothing where it kept none.</summary>
    public void Add(ReadOnlySpan<float> curves)
    {
        if (!curves.IsEmpty)
        {
            _kept.Add(curves.ToArray());
        }
    }

    /// <summary>One point for each curve and time that any replicate reaches.</summary>
    public List<CurvePoint> Summarise()
    {
        List<CurvePoint> points = [];
        float[] survival = new float[_kept.Count];
        for (int curve = 0; curve < _plan.Keys.Length; curve++)
        {
            int atLook = 0;
            for (int time = 0; time < _plan.GridDays.Length; time++)
            {
                int place = 2 * ((curve * _plan.GridDays.Length) + time);
                int reached = 0;
                double survivalSum = 0;
                double atRiskSum = 0;
                foreach (float[] kept in _kept)
                {
                    if (kept[place] != CurvePlan.Unknown)
                    {
                        atRiskSum += kept[place + 1];
                        survivalSum += kept[place];
                        survival[reached++] = kept[place];
                    }
                }

                if (time == 0)
                {
                    atLook = reached; // Nobody's curve ends before it begins, so these are the replicates whose look took place.
                }

                if (reached > 0)
                {
                    Array.Sort(survival, 0, reached);
                    ReadOnlySpan<float> sorted = survival.AsSpan(0, reached);
                    CurveKey key = _plan.Keys[curve];
                    points.Add(new CurvePoint(
                        _design.Looks[key.Look].Name,
                        _design.Endpoints[key.Endpoint].Name,
                        _design.Arms[key.Arm].Name,
                        _plan.GridDays[time] / DaysPer.Month,
                        survivalSum / reached,
                        LinearQuantile.Of(sorted, LowerQuantile),
                        LinearQuantile.Of(sorted, UpperQuantile),
                        atRiskSum / atLook,
                        reached));
                }
            }
        }

        return points;
    }
}
