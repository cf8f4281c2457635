using System.Collections.Immutable;

namespace TrialSim.Model.Sites;

/// <summary>The sites at which patients are screened and randomised. Without any (<see cref="None"/>) patients come to the trial as a whole.</summary>
/// <param name="OpeningDays">Trial day on which each site opens.</param>
public sealed record SitePlan(ImmutableArray<double> OpeningDays)
{
    /// <summary>Value of <see cref="RateShape"/> for sites that all have the same rate.</summary>
    public const double NoVariation = double.PositiveInfinity;

    /// <summary>Value of <see cref="MaxPatientsEach"/> for sites without a limit.</summary>
    public const int NoLimit = int.MaxValue;

    /// <summary>No sites.</summary>
    public static SitePlan None { get; } = new([]);

    /// <summary>How many sites there are.</summary>
    public int Count => OpeningDays.Length;

    /// <summary>Days since its opening after which a site takes no more patients; +∞ for none.</summary>
    public double OpenForDays { get; init; } = double.PositiveInfinity;

    /// <summary>Shape of the gamma distribution, of mean 1, of the factor by which a site's rate differs from the planned one; drawn for each site once a replicate.</summary>
    public double RateShape { get; init; } = NoVariation;

    /// <summary>Patients randomised at one site, at most.</summary>
    public int MaxPatientsEach { get; init; } = NoLimit;

    /// <summary>Probability that a patient who is screened is not randomised.</summary>
    public double ScreeningFailure { get; init; }

    /// <summary>What each site has for the sessions of its patients; indices elsewhere refer to this order.</summary>
    public ImmutableArray<SiteResource> Resources { get; init; } = [];

    /// <summary>The day after which a site takes no more patients; +∞ for none.</summary>
    /// <param name="site">Its index.</param>
    public double ClosingDayOf(int site) => OpeningDays[site] + OpenForDays;
}
