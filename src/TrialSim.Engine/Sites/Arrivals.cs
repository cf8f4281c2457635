using TrialSim.Model;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Sites;

/// <summary>The arrivals that a trial asks for.</summary>
internal static class Arrivals
{
    /// <summary>Whoever is still awaited then never comes: an accrual that nobody ends must end.</summary>
    public const double HorizonDays = 100 * DaysPer.Year;

    /// <summary>Arrivals of a trial.</summary>
    public static IArrivals Of(Trial trial)
    {
        Accrual accrual = trial.Truth.Accrual;
        ArrivalStream stream = new(accrual, trial.Design.Patients);
        return trial.Truth.Sites.Count == 0 ? stream
            : accrual.Basis == AccrualBasis.Trial ? new SharedArrivals(stream, trial.Truth.Sites)
            : new SiteArrivals(accrual, trial.Truth.Sites);
    }
}
