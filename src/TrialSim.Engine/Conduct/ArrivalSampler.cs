using TrialSim.Engine.Randomness;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Conduct;

/// <summary>
/// Draws the days on which patients are randomised. Arrivals are points of a unit-rate process carried through the inverse of the planned cumulative number,
/// so one stream of exponential gaps serves every pattern and every rate.
/// </summary>
internal static class ArrivalSampler
{
    /// <summary>Fills in the arrival of each patient, in trial days, ascending.</summary>
    public static void Fill(Accrual accrual, ulong seed, uint replicate, Span<double> arrivalDays)
    {
        if (accrual.Pattern == AccrualPattern.Even)
        {
            for (int patient = 0; patient < arrivalDays.Length; patient++)
            {
                arrivalDays[patient] = accrual.Rate.DayOf(patient + 0.5);
            }

            return;
        }

        double sum = 0;
        for (int patient = 0; patient < arrivalDays.Length; patient++)
        {
            sum += Gap(seed, replicate, patient);
            arrivalDays[patient] = sum;
        }

        // n uniform order statistics are n partial sums of n + 1 exponential gaps over their total.
        double scale = accrual.Pattern == AccrualPattern.Uniform ? arrivalDays.Length / (sum + Gap(seed, replicate, arrivalDays.Length)) : 1.0;
        for (int patient = 0; patient < arrivalDays.Length; patient++)
        {
            arrivalDays[patient] = accrual.Rate.DayOf(arrivalDays[patient] * scale);
        }
    }

    private static double Gap(ulong seed, uint replicate, int patient) => new Draws(seed, replicate, (uint)patient, Purpose.Arrival).NextExponential();
}
