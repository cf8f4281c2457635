using TrialSim.Engine.Randomness;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Conduct;

/// <summary>
/// The days on which patients come, one after the other. Arrivals are points of a unit-rate process carried through the inverse of the planned cumulative number,
/// so one stream of exponential gaps serves every pattern and every rate. One instance serves one worker.
/// </summary>
internal sealed class ArrivalStream(Accrual accrual, int planned)
{
    // Whoever is still awaited then never comes: an accrual that nobody ends must end.
    private const double HorizonDays = 100 * DaysPer.Year;

    private readonly double[] _uniform = accrual.Pattern == AccrualPattern.Uniform ? new double[planned] : [];
    private ulong _seed;
    private uint _replicate;
    private int _number;
    private double _sum;

    /// <summary>Begins a replicate.</summary>
    public void Start(ulong seed, uint replicate)
    {
        _seed = seed;
        _replicate = replicate;
        _number = 0;
        _sum = 0;
        if (accrual.Pattern == AccrualPattern.Uniform)
        {
            FillUniform();
        }
    }

    /// <summary>The next arrival; never before the last one.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryNext(out TrialDay day)
    {
        int number = _number++;
        if (accrual.Pattern == AccrualPattern.Uniform)
        {
            day = number < planned ? new TrialDay(_uniform[number]) : TrialDay.Never;
            return number < planned;
        }

        _sum += accrual.Pattern == AccrualPattern.Poisson ? Gap(number) : 0;
        day = new TrialDay(accrual.Rate.DayOf(accrual.Pattern == AccrualPattern.Poisson ? _sum : number + 0.5));
        return day.Value <= HorizonDays;
    }

    // n uniform order statistics are n partial sums of n + 1 exponential gaps over their total.
    private void FillUniform()
    {
        double sum = 0;
        for (int patient = 0; patient < planned; patient++)
        {
            sum += Gap(patient);
            _uniform[patient] = sum;
        }

        double scale = planned / (sum + Gap(planned));
        for (int patient = 0; patient < planned; patient++)
        {
            _uniform[patient] = accrual.Rate.DayOf(_uniform[patient] * scale);
        }
    }

    private double Gap(int patient) => new Draws(_seed, _replicate, (uint)patient, Purpose.Arrival).NextExponential();
}
