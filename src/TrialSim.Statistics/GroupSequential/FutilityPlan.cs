namespace TrialSim.Statistics.GroupSequential;

/// <summary>How the lower bounds of a trial follow from its looks. A closed set of immutable records; those of a look apart from the last, where the efficacy bound decides.</summary>
public abstract record FutilityPlan
{
    private FutilityPlan()
    {
    }

    /// <summary>No look gives up.</summary>
    public static FutilityPlan None { get; } = new FixedPlan([]);

    /// <summary>
    /// A symmetric two-sided test: each look also makes a claim in the other direction, at the efficacy bound mirrored. It binds: α is spent on each side as if the
    /// trial stopped at either. gsDesign's <c>test.type = 2</c>, rpact's <c>sided = 2</c> with twice the α.
    /// </summary>
    public static FutilityPlan Mirrored { get; } = new MirroredPlan();

    /// <summary>Bounds on the Z scale.</summary>
    /// <param name="z">Of each look but the last; −∞ where it does not give up.</param>
    public static FutilityPlan OnZ(ReadOnlySpan<double> z) => new FixedPlan(z.ToArray());

    /// <summary>Give up where the observed hazard ratio is no better. Schoenfeld's information, whatever the ratio of the arms.</summary>
    /// <param name="hazardRatios">Of each look but the last, above 0; +∞ where it does not give up (0 where the planned one is above 1).</param>
    /// <param name="planned">Hazard ratio that the drift stands for, not 1.</param>
    public static FutilityPlan OnHazardRatio(ReadOnlySpan<double> hazardRatios, double planned) => new HazardRatioPlan(hazardRatios.ToArray(), Math.Log(planned));

    /// <summary>Give up where the last look would be won with less than this probability at the drift of the plan.</summary>
    /// <param name="power">Of each look but the last, from 0 to below 1; 0 where it does not give up.</param>
    public static FutilityPlan OnConditionalPower(ReadOnlySpan<double> power) => new ConditionalPlan(power.ToArray(), Trend: false);

    /// <summary>Give up where the last look would be won with less than this probability if the trend goes on.</summary>
    /// <param name="power">Of each look but the last, from 0 to below 1; 0 where it does not give up.</param>
    public static FutilityPlan OnTrend(ReadOnlySpan<double> power) => new ConditionalPlan(power.ToArray(), Trend: true);

    /// <summary>Bounds that spend β look by look at the drift of the plan.</summary>
    /// <param name="beta">Spending of β, the chance of missing the effect.</param>
    /// <param name="looks">Whether each look may give up; what the others do not spend is left to the next. Empty: all may.</param>
    public static FutilityPlan FromSpending(Spending beta, ReadOnlySpan<bool> looks) => new BetaPlan(beta, looks.ToArray());

    /// <summary>The lower bound of each look, asked for in their order.</summary>
    /// <param name="information">Of each look.</param>
    /// <param name="drift">Of the plan.</param>
    /// <param name="finalBound">Efficacy bound of the last look.</param>
    internal abstract Func<int, double, SequentialDensity, double> LowerAt(double[] information, double drift, double finalBound);

    /// <summary>The plan of some of its looks; the last of them needs no bound.</summary>
    internal virtual FutilityPlan OfLooks(int[] places) => this;

    /// <summary>Whether <see cref="LowerAt"/> reads the final bound.</summary>
    internal virtual bool NeedsFinalBound => false;

    /// <summary>β where all of it is spent, so that the power is the rest; 0 where the bounds are made otherwise.</summary>
    internal virtual double SpentBeta => 0.0;

    private static double[] Of(double[] values, int[] places) => values.Length == 0 ? values : [.. places[..^1].Select(place => values[place])];

    private static double At(double[] values, int look, int looks) =>
        values.Length == looks - 1 ? values[look]
            : throw new ArgumentException($"{values.Length} futility bounds and {looks} looks. Give one for each look but the last.", nameof(values));

    private sealed record FixedPlan(double[] Z) : FutilityPlan
    {
        internal override FutilityPlan OfLooks(int[] places) => this with { Z = Of(Z, places) };

        internal override Func<int, double, SequentialDensity, double> LowerAt(double[] information, double drift, double finalBound) =>
            (look, _, _) => Z.Length == 0 || look == information.Length - 1 ? double.NegativeInfinity : At(Z, look, information.Length);
    }

    private sealed record HazardRatioPlan(double[] HazardRatios, double PlannedLog) : FutilityPlan
    {
        internal override FutilityPlan OfLooks(int[] places) => this with { HazardRatios = Of(HazardRatios, places) };

        // Z = −ln(HR)·√I, where the drift is −ln(planned) times the root of the maximum information.
        internal override Func<int, double, SequentialDensity, double> LowerAt(double[] information, double drift, double finalBound) =>
            (look, _, _) => look == information.Length - 1 ? double.NegativeInfinity
                : Math.Log(At(HazardRatios, look, information.Length)) / PlannedLog * drift * Math.Sqrt(information[look]);
    }

    private sealed record ConditionalPlan(double[] Power, bool Trend) : FutilityPlan
    {
        internal override FutilityPlan OfLooks(int[] places) => this with { Power = Of(Power, places) };

        internal override bool NeedsFinalBound => true;

        internal override Func<int, double, SequentialDensity, double> LowerAt(double[] information, double drift, double finalBound) => (look, _, _) =>
        {
            double power = look == information.Length - 1 ? 0.0 : At(Power, look, information.Length);
            return power == 0.0 ? double.NegativeInfinity
                : Trend ? ZScale.OfConditionalPowerUnderTrend(power, information[look], information[^1], finalBound)
                : ZScale.OfConditionalPower(power, information[look], information[^1], finalBound, drift);
        };
    }

    private sealed record MirroredPlan : FutilityPlan
    {
        internal override Func<int, double, SequentialDensity, double> LowerAt(double[] information, double drift, double finalBound) => (_, efficacy, _) => -efficacy;
    }

    private sealed record BetaPlan(Spending Beta, bool[] Looks) : FutilityPlan
    {
        internal override FutilityPlan OfLooks(int[] places) => Looks.Length == 0 ? this : this with { Looks = [.. places.Select(place => Looks[place])] };

        internal override double SpentBeta => Beta.Total;

        internal override Func<int, double, SequentialDensity, double> LowerAt(double[] information, double drift, double finalBound)
        {
            double spent = 0.0;
            return (look, efficacy, underAlternative) =>
            {
                if (look == information.Length - 1)
                {
                    return efficacy;
                }

                if (Looks.Length > 0 && !Looks[look])
                {
                    return double.NegativeInfinity;
                }

                double before = spent;
                spent = Beta.Cumulative(information[look]);
                return BoundSearch.BoundBelow(underAlternative, information[look], spent - before);
            };
        }
    }
}
