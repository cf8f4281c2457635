using TrialSim.Engine.Randomness;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Sites;

/// <summary>
/// The days on which patients come, one after the other. Arrivals are points of a unit-rate process carried through the inverse of the planned cumulative number,
/// so one stream of exponential gaps serves every pattern and every rate. One instance serves one worker.
/// </summary>
internal sealed class ArrivalStream(Accrual accrual, int planned) : IArrivals
{
    private readonly double[] _uniform = accrual.Pattern == AccrualPattern.Uniform ? new double[ExponentialColumn.LengthFor(planned + 1)] : [];
    private readonly ExponentialColumn _gaps = new((uint)Purpose.Arrival);
    private ulong _seed;
    private uint _replicate;
    private int _number;
    private double _sum;
    private TrialDay _last;

    /// <inheritdoc/>
    public void Start(ulong seed, uint replicate)
    {
        _seed = seed;
        _replicate = replicate;
        _number = 0;
        _sum = 0;
        _last = TrialDay.Opening;
        if (accrual.Pattern == AccrualPattern.Uniform)
        {
            FillUniform();
        }
    }

    /// <inheritdoc/>
    public bool TryNext(out TrialDay day, out int site)
    {
        site = 0;
        double next = NextDay();
        bool comes = next <= Math.Min(accrual.UntilDay, Arrivals.HorizonDays);
        day = comes ? new TrialDay(next) : double.IsFinite(accrual.UntilDay) ? new TrialDay(accrual.UntilDay) : _last;
        _last = day;
        return comes;
    }

    /// <inheritdoc/>
    public void Enrol(int site)
    {
        // Whoever comes is welcome: the trial as a whole has no limit of its own.
    }

    private double NextDay()
    {
        int number = _number++;
        switch (accrual.Pattern)
        {
            case AccrualPattern.Uniform:
                return number < planned ? _uniform[number] : double.PositiveInfinity;
            case AccrualPattern.Poisson:
                _sum += Gap(number);
                return accrual.Rate.DayOf(_sum);
            default:
                return accrual.Rate.DayOf(number + 0.5);
        }
    }

    // n uniform order statistics are n partial sums of n + 1 exponential gaps over their total.
    private void FillUniform()
    {
        _gaps.Fill(_seed, _replicate, _uniform);
        double sum = 0;
        foreach (ref double entry in _uniform.AsSpan(0, planned + 1))
        {
            sum += entry;
            entry = sum;
        }

        double scale = planned / sum;
        foreach (ref double entry in _uniform.AsSpan(0, planned))
        {
            entry = accrual.Rate.DayOf(entry * scale);
        }
    }

    private double Gap(int patient) => _gaps.Of(_seed, _replicate, (uint)patient);
}
