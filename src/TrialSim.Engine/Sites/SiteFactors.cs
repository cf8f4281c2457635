using TrialSim.Engine.Randomness;
using TrialSim.Model.Sites;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Sites;

/// <summary>By how much the rates of sites differ in one replicate.</summary>
internal sealed class SiteFactors(SitePlan plan)
{
    // The gamma distribution of mean 1, as a survival curve over the factor instead of days.
    private readonly Hazard? _gamma = double.IsFinite(plan.RateShape) ? new GeneralisedGammaHazard(0, 1 / Math.Sqrt(plan.RateShape), 1 / Math.Sqrt(plan.RateShape)) : null;

    /// <summary>Draws the factor of each site.</summary>
    public void Fill(ulong seed, uint replicate, Span<double> factors)
    {
        if (_gamma is null)
        {
            factors.Fill(1);
            return;
        }

        for (int site = 0; site < factors.Length; site++)
        {
            factors[site] = _gamma.DayOf(new Draws(seed, replicate, (uint)site, Purpose.SiteRate).NextExponential());
        }
    }
}
