namespace TrialSim.Statistics.Proportions;

/// <summary>The two-stage designs that meet two error rates and that some weighing of patients prefers to all others.</summary>
public sealed class SimonDesigns
{
    /// <summary>The largest number of patients that a search may be given.</summary>
    public const int LargestSearch = 1_000;

    private readonly AdmissibleDesign[] _admissible;

    private SimonDesigns(AdmissibleDesign[] admissible) => _admissible = admissible;

    /// <summary><see cref="NotEstimable.NoDesign"/> where no design within the number of patients meets the error rates.</summary>
    public NotEstimable Reason => _admissible.Length == 0 ? NotEstimable.NoDesign : NotEstimable.None;

    /// <summary>Admissible designs, from the minimax to the optimal one; empty without a design.</summary>
    public ReadOnlySpan<AdmissibleDesign> Admissible => _admissible;

    /// <summary>Of the designs with the fewest patients at most, that with the fewest on average under the null hypothesis.</summary>
    /// <exception cref="InvalidOperationException">There is no design.</exception>
    public SimonDesign Minimax => Require(_admissible)[0].Design;

    /// <summary>The design with the fewest patients on average under the null hypothesis.</summary>
    /// <exception cref="InvalidOperationException">There is no design.</exception>
    public SimonDesign Optimal => Require(_admissible)[^1].Design;

    /// <summary>
    /// Searches all designs up to a number of patients, exactly: R's <c>clinfun::ph2simon(p0, p1, α, β, nmax)</c>.
    /// </summary>
    /// <param name="nullProbability">p₀, strictly between 0 and 1.</param>
    /// <param name="alternativeProbability">p₁, above p₀ and below 1.</param>
    /// <param name="oneSidedAlpha">Largest probability of rejecting at p₀, such as 0.05.</param>
    /// <param name="power">Smallest probability of rejecting at p₁, such as 0.8.</param>
    /// <param name="maximumPatients">From 2 to <see cref="LargestSearch"/>; designs with more are not looked at.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static SimonDesigns Search(
        double nullProbability, double alternativeProbability, double oneSidedAlpha, double power, int maximumPatients)
    {
        Statistics.Require.InsideUnitInterval(nullProbability);
        Statistics.Require.InsideUnitInterval(alternativeProbability);
        Statistics.Require.InsideUnitInterval(oneSidedAlpha);
        Statistics.Require.InsideUnitInterval(power);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(alternativeProbability, nullProbability);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumPatients, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumPatients, LargestSearch);
        SimonSearch search = new(nullProbability, alternativeProbability, oneSidedAlpha, power, maximumPatients);
        return new SimonDesigns(LowerHull(search.Undominated(), nullProbability));
    }

    /// <summary>Corners of the lower convex hull of (n, EN), and the weights at which their edges are level.</summary>
    private static AdmissibleDesign[] LowerHull(List<SimonDesign> designs, double nullProbability)
    {
        List<SimonDesign> corners = [];
        foreach (SimonDesign design in designs)
        {
            while (corners.Count >= 2
                && LevelWeight(corners[^1], design, nullProbability) >= LevelWeight(corners[^2], corners[^1], nullProbability))
            {
                corners.RemoveAt(corners.Count - 1);
            }

            corners.Add(design);
        }

        AdmissibleDesign[] admissible = new AdmissibleDesign[corners.Count];
        for (int i = 0; i < corners.Count; i++)
        {
            double lowest = i == corners.Count - 1 ? 0.0 : LevelWeight(corners[i], corners[i + 1], nullProbability);
            double highest = i == 0 ? 1.0 : LevelWeight(corners[i - 1], corners[i], nullProbability);
            admissible[i] = new AdmissibleDesign(corners[i], lowest, highest);
        }

        return admissible;
    }

    private static double LevelWeight(SimonDesign fewer, SimonDesign more, double nullProbability)
    {
        double saved = fewer.ExpectedPatients(nullProbability) - more.ExpectedPatients(nullProbability);
        return saved / (saved + more.Patients - fewer.Patients);
    }

    private static AdmissibleDesign[] Require(AdmissibleDesign[] designs) => designs.Length > 0
        ? designs
        : throw new InvalidOperationException("No two-stage design within the number of patients meets the error rates. Allow more patients, or larger errors.");
}
