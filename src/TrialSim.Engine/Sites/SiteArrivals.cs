using TrialSim.Engine.Randomness;
using TrialSim.Model.Sites;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Sites;

/// <summary>
/// Each site has a Poisson process of its own, of its own rate, from its opening to its closing. They run as one process of the sum of their rates, whose arrivals come to each site in
/// proportion to its rate at the time: the same thing, in the order of time.
/// </summary>
internal sealed class SiteArrivals : IArrivals
{
    private readonly SitePlan _plan;
    private readonly double _untilDay;
    private readonly SiteFactors _factors;
    private readonly RateChange[] _changes;
    private readonly double[] _factor;
    private readonly double[] _perDay;
    private readonly int[] _patients;
    private ulong _seed;
    private uint _replicate;
    private uint _screened;
    private int _nextChange;
    private double _day;
    private double _sum;
    private int _openSites;

    public SiteArrivals(Accrual accrual, SitePlan plan)
    {
        _plan = plan;
        _untilDay = accrual.UntilDay;
        _factors = new SiteFactors(plan);
        _factor = new double[plan.Count];
        _perDay = new double[plan.Count];
        _patients = new int[plan.Count];
        _changes = [.. Enumerable.Range(0, plan.Count).SelectMany(site => ChangesOf(accrual, plan, site)).OrderBy(change => change.Day).ThenBy(change => change.Site)];
    }

    /// <inheritdoc/>
    public void Start(ulong seed, uint replicate)
    {
        _seed = seed;
        _replicate = replicate;
        _screened = 0;
        _nextChange = 0;
        _day = 0;
        _sum = 0;
        _openSites = 0;
        _factors.Fill(seed, replicate, _factor);
        Array.Clear(_perDay);
        Array.Clear(_patients);
    }

    /// <inheritdoc/>
    public bool TryNext(out TrialDay day, out int site)
    {
        double gap = new Draws(_seed, _replicate, _screened, Purpose.Arrival).NextExponential();
        while (true)
        {
            double change = _nextChange < _changes.Length ? _changes[_nextChange].Day : double.PositiveInfinity;
            double due = _openSites > 0 ? _day + (gap / _sum) : double.PositiveInfinity;
            double next = Math.Min(due, change);
            if (next > Math.Min(_untilDay, Arrivals.HorizonDays))
            {
                day = new TrialDay(double.IsFinite(_untilDay) ? _untilDay : _day);
                site = 0;
                return false;
            }

            if (due <= change)
            {
                _day = due;
                day = new TrialDay(due);
                site = SiteAt(_sum * new Draws(_seed, _replicate, _screened, Purpose.Site).NextUniform());
                _screened++;
                return true;
            }

            gap -= _openSites > 0 ? _sum * (change - _day) : 0;
            _day = change;
            RateChange step = _changes[_nextChange++];
            Set(step.Site, IsFull(step.Site) ? 0 : step.PerDay * _factor[step.Site]);
        }
    }

    /// <inheritdoc/>
    public void Enrol(int site)
    {
        _patients[site]++;
        if (IsFull(site))
        {
            Set(site, 0);
        }
    }

    private static IEnumerable<RateChange> ChangesOf(Accrual accrual, SitePlan plan, int site)
    {
        double[] starts = accrual.Rate.StartDays.ToArray();
        double[] perDay = accrual.Rate.PerDay.ToArray();
        for (int step = 0; step < starts.Length && starts[step] < plan.OpenForDays; step++)
        {
            yield return new RateChange(plan.OpeningDays[site] + starts[step], site, perDay[step]);
        }

        if (double.IsFinite(plan.OpenForDays))
        {
            yield return new RateChange(plan.ClosingDayOf(site), site, 0);
        }
    }

    private bool IsFull(int site) => _patients[site] >= _plan.MaxPatientsEach;

    private void Set(int site, double perDay)
    {
        _openSites += (perDay > 0 ? 1 : 0) - (_perDay[site] > 0 ? 1 : 0);
        _sum = _openSites > 0 ? _sum - _perDay[site] + perDay : 0; // Nothing is left of rounding when all are closed.
        _perDay[site] = perDay;
    }

    private int SiteAt(double point)
    {
        int last = 0;
        for (int site = 0; site < _perDay.Length && point >= 0; site++)
        {
            if (_perDay[site] > 0)
            {
                last = site;
                point -= _perDay[site];
            }
        }

        return last;
    }

    private readonly record struct RateChange(double Day, int Site, double PerDay);
}
