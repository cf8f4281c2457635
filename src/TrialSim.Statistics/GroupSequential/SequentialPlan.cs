namespace TrialSim.Statistics.GroupSequential;

/// <summary>How the bounds of a trial are made, before it is known at what information it will look.</summary>
/// <param name="Efficacy">Upper bounds.</param>
/// <param name="Futility">Lower bounds.</param>
/// <param name="Rule">Whether the efficacy bounds take credit for the lower ones; <see cref="FutilityPlan.Mirrored"/> always binds.</param>
public sealed record SequentialPlan(EfficacyPlan Efficacy, FutilityPlan Futility, FutilityRule Rule)
{
    private const double LeastDrift = 1e-3;
    private const double LargestDrift = 30.0;

    /// <summary>
    /// The bounds at given information, planned or observed. α and β are spent by these fractions, and all of α at the last look, whether it has less or more
    /// information than planned; gsDesign's <c>gsDesign(n.I = …)</c> with <c>maxn.IPlan</c>.
    /// </summary>
    /// <param name="informationFractions">Above 0, strictly ascending; of the planned maximum.</param>
    /// <param name="drift">Expected Z at the planned maximum under the alternative, above 0; futility by β, hazard ratio or conditional power is made for it.</param>
    /// <exception cref="ArgumentException">Fractions are out of order, or the plan has another number of looks.</exception>
    public SequentialBounds BoundsAt(ReadOnlySpan<double> informationFractions, double drift) => Walk(informationFractions, drift).Bounds;

    /// <summary>The plan of a trial in which some looks have not taken place: bounds that are given look by look are those of the others.</summary>
    /// <param name="looks">Places of the looks that have taken place or are still to come, from 0, strictly ascending.</param>
    public SequentialPlan OfLooks(ReadOnlySpan<int> looks)
    {
        int[] places = looks.ToArray();
        return this with { Efficacy = Efficacy.OfLooks(places), Futility = Futility.OfLooks(places) };
    }

    /// <summary>The plan with another one-sided error.</summary>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    public SequentialPlan WithAlpha(double oneSidedAlpha) => this with { Efficacy = Efficacy.WithAlpha(oneSidedAlpha) };

    /// <summary>The plan's bounds with the drift that gives them a power.</summary>
    /// <param name="informationFractions">Above 0, strictly ascending, the last one 1.</param>
    /// <param name="power">Strictly between the error and 1; with spending of β it is 1 minus all of β.</param>
    /// <exception cref="ArgumentOutOfRangeException">No drift has this power.</exception>
    public SequentialDesign ForPower(ReadOnlySpan<double> informationFractions, double power)
    {
        double[] fractions = informationFractions.ToArray();
        SequentialBounds.RequireFractions(fractions);
        if (fractions[^1] != 1.0)
        {
            throw new ArgumentException($"The last look has information fraction {fractions[^1]}. A plan ends at 1.", nameof(informationFractions));
        }

        if (Futility.SpentBeta > 0.0 && Math.Abs(1.0 - Futility.SpentBeta - power) > 1e-12)
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, $"The plan spends β {Futility.SpentBeta}; its power is the rest of 1.");
        }

        // Positive while the drift leaves too much below: what is missed with β to spend, power that is lacking otherwise.
        double Lack(double drift)
        {
            BoundWalk walk = Walk(fractions, drift);
            return Futility.SpentBeta > 0.0 ? walk.Missed - Futility.SpentBeta : power - walk.Bounds.CrossingAt(drift).TotalEfficacy;
        }

        if (Lack(LeastDrift) <= 0.0 || Lack(LargestDrift) >= 0.0)
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, $"No effect gives bounds of one-sided error {Efficacy.OneSidedAlpha:G6} and these lower bounds this power.");
        }

        double found = Root.Find(Lack, LeastDrift, LargestDrift);
        return SequentialDesign.AtDrift(BoundsAt(fractions, found), found);
    }

    private BoundWalk Walk(ReadOnlySpan<double> informationFractions, double drift)
    {
        double[] information = informationFractions.ToArray();
        SequentialBounds.RequireFractions(information);
        Require.PositiveFinite(drift);
        FutilityRule rule = Futility == FutilityPlan.Mirrored ? FutilityRule.Binding : Rule;
        if (!Futility.NeedsFinalBound)
        {
            return WalkTo(0.0);
        }

        // Binding futility lowers the final bound, which in turn moves the futility bounds made from it: hardly, so that steps settle at once.
        double finalBound = (this with { Futility = FutilityPlan.None }).Walk(information, drift).Bounds.Efficacy[^1];
        BoundWalk walk = WalkTo(finalBound);
        for (int step = 0; step < 100 && Math.Abs(walk.Bounds.Efficacy[^1] - finalBound) > 1e-13; step++)
        {
            finalBound = walk.Bounds.Efficacy[^1];
            walk = WalkTo(finalBound);
        }

        return walk;

        BoundWalk WalkTo(double final) => Efficacy.Walk(
            efficacyAt => BoundWalk.Along(information, rule, drift, efficacyAt, Futility.LowerAt(information, drift, final)), information);
    }
}
