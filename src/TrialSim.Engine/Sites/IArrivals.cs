using TrialSim.Model.Time;

namespace TrialSim.Engine.Sites;

/// <summary>Who comes to be screened, when, and to which site. One instance serves one worker.</summary>
internal interface IArrivals
{
    /// <summary>Begins a replicate.</summary>
    public void Start(ulong seed, uint replicate);

    /// <summary>The next arrival; never before the last one.</summary>
    /// <param name="day">The day of it; where nobody comes any more, the day since when that is known.</param>
    /// <param name="site">Index of the site; 0 where there are none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryNext(out TrialDay day, out int site);

    /// <summary>The patient who came last has been randomised.</summary>
    /// <param name="site">Where.</param>
    public void Enrol(int site);
}
