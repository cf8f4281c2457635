using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Sites;

/// <summary>The arrivals that a trial asks for.</summary>
internal static class Arrivals
{
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
