namespace TrialSim.Statistics.GroupSequential;

/// <summary>
/// Bounds of a group-sequential trial on the Z scale, where Z is positive when the experimental arm does better. The trial claims efficacy at
/// the first look with Z ≥ efficacy bound and gives up at the first with Z ≤ futility bound. Bounds are good to 1e-10; those of
/// gsDesign and rpact carry their own tolerance of about 1e-8.
/// </summary>
/// <remarks>
/// Looks are described by their information fraction, observed information over that planned for the last look. Observed fractions may differ
/// from plan, pass 1, or end below it; see <see cref="FromSpending(Spending, ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, FutilityRule)"/>.
/// </remarks>
public sealed record SequentialBounds
{
    // An increment of information below this share of what there is would need a finer grid than memory is worth.
    private const double LeastIncrement = 1e-6;

    /// <summary>Bounds that are known already.</summary>
    /// <param name="informationFractions">Above 0, strictly ascending, at least one.</param>
    /// <param name="efficacy">As many; +∞ where a look makes no claim.</param>
    /// <param name="futility">As many, none above the efficacy bound; −∞ where a look does not give up.</param>
    /// <param name="rule">Whether the trial must stop at a futility bound.</param>
    /// <exception cref="ArgumentException">Lengths differ, or values are out of order or range.</exception>
    public SequentialBounds(
        ReadOnlySpan<double> informationFractions, ReadOnlySpan<double> efficacy, ReadOnlySpan<double> futility, FutilityRule rule)
    {
        RequireFractions(informationFractions);
        if (efficacy.Length != informationFractions.Length || futility.Length != informationFractions.Length)
        {
            throw new ArgumentException(
                $"{informationFractions.Length} looks, {efficacy.Length} efficacy and {futility.Length} futility bounds. Give one of each for each look.",
                nameof(efficacy));
        }

        for (int look = 0; look < efficacy.Length; look++)
        {
            if (!(futility[look] <= efficacy[look]))
            {
                throw new ArgumentException(
                    $"At look {look + 1} the futility bound {futility[look]} lies above the efficacy bound {efficacy[look]}. Lower it.", nameof(futility));
            }
        }

        InformationFractions = informationFractions.ToArray();
        Efficacy = efficacy.ToArray();
        Futility = futility.ToArray();
        Rule = rule;
    }

    /// <summary>Of each look.</summary>
    public double[] InformationFractions { get; }

    /// <summary>Efficacy bound of each look; +∞ where it makes no claim.</summary>
    public double[] Efficacy { get; }

    /// <summary>Futility bound of each look; −∞ where it does not give up.</summary>
    public double[] Futility { get; }

    /// <summary>Whether the trial must stop at a futility bound.</summary>
    public FutilityRule Rule { get; }

    /// <summary>Number of looks.</summary>
    public int Looks => InformationFractions.Length;

    /// <summary>
    /// Probability of a false claim when there is no effect. Non-binding futility bounds do not lower it: a trial that may go on must
    /// be judged as if it always did.
    /// </summary>
    public double OneSidedError => HoldingBounds().CrossingAt(0.0).TotalEfficacy;

    /// <summary>Cumulative probability of a claim by each look when there is no effect; the last is <see cref="OneSidedError"/>.</summary>
    public double[] CumulativeError
    {
        get
        {
            double[] spent = [.. HoldingBounds().CrossingAt(0.0).Efficacy];
            for (int look = 1; look < spent.Length; look++)
            {
                spent[look] += spent[look - 1];
            }

            return spent;
        }
    }

    /// <summary>
    /// Bounds in the shape of Wang and Tsiatis (Biometrics 43, 1987): C·t^(Δ − ½) with t the share of the last look's information, C such that the error is
    /// <paramref name="oneSidedAlpha"/>. rpact's <c>WT</c>.
    /// </summary>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    /// <param name="shape">Δ: 0 is O'Brien and Fleming's, ½ Pocock's.</param>
    /// <param name="informationFractions">Above 0, strictly ascending.</param>
    public static SequentialBounds WangTsiatis(double oneSidedAlpha, double shape, ReadOnlySpan<double> informationFractions)
    {
        RequireFractions(informationFractions);
        Require.InsideUnitInterval(2.0 * oneSidedAlpha, nameof(oneSidedAlpha));
        Require.Finite(shape);
        double[] fractions = informationFractions.ToArray();
        double[] none = Unbounded(fractions.Length);

        // Up to the constant of a single look the first bound alone would spend too much; 40 spends nothing.
        double constant = Root.Find(c => BoundsOf(c).OneSidedError - oneSidedAlpha, 0.0, 40.0);
        return BoundsOf(constant);

        SequentialBounds BoundsOf(double c) =>
            new(fractions, [.. fractions.Select(t => c * Math.Pow(t / fractions[^1], shape - 0.5))], none, FutilityRule.NonBinding);
    }

    /// <summary>Bounds of O'Brien and Fleming (Biometrics 35, 1979): C/√t. rpact's <c>OF</c>; the spending function of that name differs.</summary>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    /// <param name="informationFractions">Above 0, strictly ascending.</param>
    public static SequentialBounds OBrienFleming(double oneSidedAlpha, ReadOnlySpan<double> informationFractions) =>
        WangTsiatis(oneSidedAlpha, 0.0, informationFractions);

    /// <summary>Bounds of Pocock (Biometrika 64, 1977): the same at each look. rpact's <c>P</c>; the spending function of that name differs.</summary>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    /// <param name="informationFractions">Above 0, strictly ascending.</param>
    public static SequentialBounds Pocock(double oneSidedAlpha, ReadOnlySpan<double> informationFractions) =>
        WangTsiatis(oneSidedAlpha, 0.5, informationFractions);

    /// <summary>Efficacy bounds that spend α as <paramref name="spending"/> says, at the information that was observed.</summary>
    /// <param name="spending">Of the one-sided α.</param>
    /// <param name="informationFractions">Above 0, strictly ascending. A last look below 1 leaves error unspent.</param>
    public static SequentialBounds FromSpending(Spending spending, ReadOnlySpan<double> informationFractions) =>
        FromSpending(spending, informationFractions, informationFractions, Unbounded(informationFractions.Length), FutilityRule.NonBinding);

    /// <summary>
    /// Efficacy bounds that spend α as <paramref name="spending"/> says, with a clock for spending of its own and given futility bounds. For a last look with
    /// less information than planned give it the spending fraction 1, and all of α is spent there; bounds of earlier looks depend on nothing later.
    /// </summary>
    /// <param name="spending">Of the one-sided α.</param>
    /// <param name="spendingFractions">What each look may have spent by, ascending; planned fractions keep a planned spending.</param>
    /// <param name="informationFractions">Above 0, strictly ascending: these make the correlations.</param>
    /// <param name="futility">Futility bound of each look on the Z scale, −∞ for none; see <see cref="ZScale"/> for hazard ratios and conditional power.</param>
    /// <param name="rule">Whether the efficacy bounds take credit for them.</param>
    /// <exception cref="ArgumentException">Lengths differ, values are out of order, or a futility bound comes to lie above its efficacy bound.</exception>
    public static SequentialBounds FromSpending(
        Spending spending,
        ReadOnlySpan<double> spendingFractions,
        ReadOnlySpan<double> informationFractions,
        ReadOnlySpan<double> futility,
        FutilityRule rule)
    {
        RequireFractions(informationFractions);
        if (spendingFractions.Length != informationFractions.Length || futility.Length != informationFractions.Length)
        {
            throw new ArgumentException(
                $"{informationFractions.Length} looks, {spendingFractions.Length} spending fractions and {futility.Length} futility bounds. Give one of each for each look.",
                nameof(spendingFractions));
        }

        BoundSearch search = new(spending, informationFractions.ToArray(), spendingFractions.ToArray(), rule);
        for (int look = 0; look < futility.Length; look++)
        {
            search.FindEfficacy(look);
            search.Continue(look, futility[look]);
        }

        return search.Bounds();
    }

    /// <summary>What the trial does at a drift: stops at futility bounds are counted, binding or not.</summary>
    /// <param name="drift">Expected Z at information fraction 1, finite.</param>
    public CrossingProbabilities CrossingAt(double drift)
    {
        SequentialDensity density = new(Require.Finite(drift));
        double[] above = new double[Looks];
        double[] below = new double[Looks];
        for (int look = 0; look < Looks; look++)
        {
            above[look] = density.Above(Efficacy[look], InformationFractions[look]);
            below[look] = density.Below(Futility[look], InformationFractions[look]);
            if (look < Looks - 1)
            {
                density.Continue(Futility[look], Efficacy[look], InformationFractions[look], InformationFractions[look + 1]);
            }
        }

        return new CrossingProbabilities(drift, InformationFractions, above, below);
    }

    /// <summary>
    /// What the trial does when the expected Z of each look is known by itself, as with effects that change over time. Increments of the score stay
    /// independent; information fractions make the correlations.
    /// </summary>
    /// <param name="expectedZ">Of each look, finite.</param>
    /// <returns>Its drift is the last look's expected Z over the root of its information fraction.</returns>
    public CrossingProbabilities CrossingFor(ReadOnlySpan<double> expectedZ)
    {
        if (expectedZ.Length != Looks)
        {
            throw new ArgumentException($"{Looks} looks and {expectedZ.Length} expected values. Give one for each look.", nameof(expectedZ));
        }

        // Z minus its expectation is the process without drift, against bounds moved as far.
        double[] efficacy = new double[Looks];
        double[] futility = new double[Looks];
        for (int look = 0; look < Looks; look++)
        {
            efficacy[look] = Efficacy[look] - Require.Finite(expectedZ[look], nameof(expectedZ));
            futility[look] = Futility[look] - expectedZ[look];
        }

        return new SequentialBounds(InformationFractions, efficacy, futility, Rule).CrossingAt(0.0) with
        {
            Drift = expectedZ[^1] / Math.Sqrt(InformationFractions[^1]),
        };
    }

    /// <summary>The same bounds for efficacy, and none for futility.</summary>
    public SequentialBounds WithoutFutility() => new(InformationFractions, Efficacy, Unbounded(Looks), FutilityRule.NonBinding);

    /// <summary>
    /// The trial that is left after a look: the increments of the score from there are a group-sequential trial of their own, with the same
    /// drift per information. Its crossing probabilities are conditional on the Z that was seen.
    /// </summary>
    /// <param name="look">Number of the look that has been taken, from 0; not the last.</param>
    /// <param name="z">What it showed, finite.</param>
    public SequentialBounds After(int look, double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(look);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(look, Looks - 1);
        double seen = InformationFractions[look];
        double score = Require.Finite(z) * Math.Sqrt(seen);
        int left = Looks - look - 1;
        double[] fractions = new double[left];
        double[] efficacy = new double[left];
        double[] futility = new double[left];
        for (int i = 0; i < left; i++)
        {
            double root = Math.Sqrt(InformationFractions[look + 1 + i]);
            fractions[i] = InformationFractions[look + 1 + i] - seen;
            efficacy[i] = ((Efficacy[look + 1 + i] * root) - score) / Math.Sqrt(fractions[i]);
            futility[i] = ((Futility[look + 1 + i] * root) - score) / Math.Sqrt(fractions[i]);
        }

        return new SequentialBounds(fractions, efficacy, futility, Rule);
    }

    /// <summary>The bounds by which error is judged: futility only where it binds.</summary>
    internal SequentialBounds HoldingBounds() => Rule == FutilityRule.Binding ? this : WithoutFutility();

    /// <summary>No futility bounds: −∞ at each look.</summary>
    /// <param name="looks">Number of looks.</param>
    public static double[] Unbounded(int looks)
    {
        double[] bounds = new double[looks];
        Array.Fill(bounds, double.NegativeInfinity);
        return bounds;
    }

    internal static void RequireFractions(ReadOnlySpan<double> fractions)
    {
        if (fractions.Length == 0)
        {
            throw new ArgumentException("No looks. Give the information fraction of at least one.", nameof(fractions));
        }

        double before = 0.0;
        foreach (double fraction in fractions)
        {
            Require.PositiveFinite(fraction, nameof(fractions));
            if (!(fraction - before >= LeastIncrement * fraction))
            {
                throw new ArgumentException(
                    $"Information fraction {fraction} follows {before}. Put them in ascending order, each at least one part in a million above the last.",
                    nameof(fractions));
            }

            before = fraction;
        }
    }
}
