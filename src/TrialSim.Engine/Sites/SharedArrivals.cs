using TrialSim.Engine.Randomness;
using TrialSim.Model.Sites;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Sites;

/// <summary>
/// Patients come to the trial as a whole, at its rate, each to one of the sites that are open and not full, with the factors of the sites as odds. Who comes when there is no such site
/// is not screened.
/// </summary>
internal sealed class SharedArrivals(ArrivalStream stream, SitePlan plan) : IArrivals
{
    private readonly SiteFactors _factors = new(plan);
    private readonly double[] _odds = new double[plan.Count];
    private readonly int[] _patients = new int[plan.Count];
    private ulong _seed;
    private uint _replicate;
    private uint _screened;

    /// <inheritdoc/>
    public void Start(ulong seed, uint replicate)
    {
        _seed = seed;
        _replicate = replicate;
        _screened = 0;
        _factors.Fill(seed, replicate, _odds);
        Array.Clear(_patients);
        stream.Start(seed, replicate);
    }

    /// <inheritdoc/>
    public bool TryNext(out TrialDay day, out int site)
    {
        TrialDay last = TrialDay.Opening;
        while (stream.TryNext(out day, out site))
        {
            if (day.Value > LastDay())
            {
                day = new TrialDay(Math.Max(last.Value, LastDay()));
                return false;
            }

            if (TryChoose(day, out site))
            {
                _screened++;
                return true;
            }

            last = day;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Enrol(int site) => _patients[site]++;

    private bool TryChoose(TrialDay day, out int site)
    {
        double total = 0;
        for (int one = 0; one < _odds.Length; one++)
        {
            total += IsOpen(one, day) ? _odds[one] : 0;
        }

        double rest = total * new Draws(_seed, _replicate, _screened, Purpose.Site).NextUniform();
        site = -1;
        for (int one = 0; one < _odds.Length && rest >= 0; one++)
        {
            if (IsOpen(one, day))
            {
                site = one;
                rest -= _odds[one];
            }
        }

        return site >= 0;
    }

    private bool IsFull(int site) => _patients[site] >= plan.MaxPatientsEach;

    private bool IsOpen(int site, TrialDay day) => plan.OpeningDays[site] <= day.Value && day.Value <= plan.ClosingDayOf(site) && !IsFull(site);

    /// <summary>The day after which no site takes patients; −∞ when all are full.</summary>
    private double LastDay()
    {
        double last = double.NegativeInfinity;
        for (int site = 0; site < _odds.Length; site++)
        {
            last = IsFull(site) ? last : Math.Max(last, plan.ClosingDayOf(site));
        }

        return last;
    }
}
