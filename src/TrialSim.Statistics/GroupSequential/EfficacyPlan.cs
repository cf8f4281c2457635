namespace TrialSim.Statistics.GroupSequential;

/// <summary>How efficacy bounds follow from the information of the looks. A closed set of immutable records.</summary>
public abstract record EfficacyPlan
{
    private EfficacyPlan(double oneSidedAlpha) => OneSidedAlpha = oneSidedAlpha;

    /// <summary>The whole one-sided error.</summary>
    public double OneSidedAlpha { get; }

    /// <summary>Bounds that spend α look by look.</summary>
    /// <param name="spending">Of the one-sided α.</param>
    /// <param name="looks">Whether each look may make a claim, the last one true; what the others do not spend is left to the next. Empty: all may.</param>
    public static EfficacyPlan FromSpending(Spending spending, ReadOnlySpan<bool> looks) => new SpendingPlan(spending, looks.ToArray());

    /// <summary>Bounds in the shape of Wang and Tsiatis, see <see cref="SequentialBounds.WangTsiatis"/>.</summary>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    /// <param name="shape">Δ: 0 is O'Brien and Fleming's, ½ Pocock's.</param>
    public static EfficacyPlan WangTsiatis(double oneSidedAlpha, double shape)
    {
        Require.InsideUnitInterval(2.0 * oneSidedAlpha, nameof(oneSidedAlpha));
        return new ShapePlan(oneSidedAlpha, Require.Finite(shape));
    }

    /// <summary>Bounds on the Z scale that stay where they are whatever information is observed.</summary>
    /// <param name="oneSidedAlpha">The error they stand for, strictly between 0 and ½; it is not checked.</param>
    /// <param name="z">Of each look; +∞ where it makes no claim.</param>
    public static EfficacyPlan OnZ(double oneSidedAlpha, ReadOnlySpan<double> z)
    {
        Require.InsideUnitInterval(2.0 * oneSidedAlpha, nameof(oneSidedAlpha));
        return new FixedPlan(oneSidedAlpha, z.ToArray());
    }

    /// <summary>The same plan with another one-sided error: what a hypothesis is tested by when a family gives it another share of α.</summary>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    /// <exception cref="InvalidOperationException">The bounds are fixed on the Z scale.</exception>
    public abstract EfficacyPlan WithAlpha(double oneSidedAlpha);

    /// <summary>Walks the looks with this plan's efficacy bounds.</summary>
    /// <param name="walk">One trial: from its efficacy bounds to its bounds and the error they have.</param>
    /// <param name="information">Of each look.</param>
    internal abstract BoundWalk Walk(Func<Func<int, SequentialDensity, double>, BoundWalk> walk, double[] information);

    /// <summary>The plan of some of its looks.</summary>
    internal virtual EfficacyPlan OfLooks(int[] places) => this;

    private sealed record SpendingPlan(Spending Spending, bool[] Looks) : EfficacyPlan(Spending.Total)
    {
        public override EfficacyPlan WithAlpha(double oneSidedAlpha) => new SpendingPlan(Spending.WithTotal(oneSidedAlpha), Looks);

        internal override EfficacyPlan OfLooks(int[] places) => Looks.Length == 0 ? this : this with { Looks = [.. places.Select(place => Looks[place])] };

        internal override BoundWalk Walk(Func<Func<int, SequentialDensity, double>, BoundWalk> walk, double[] information)
        {
            if (Looks.Length > 0 && Looks.Length != information.Length)
            {
                throw new ArgumentException($"{information.Length} looks, and {Looks.Length} that say whether they make a claim. Give one for each.", nameof(information));
            }

            double spent = 0.0;
            return walk((look, underNull) =>
            {
                if (Looks.Length > 0 && !Looks[look])
                {
                    return double.PositiveInfinity;
                }

                // A last look short of plan still spends all of α.
                double before = spent;
                spent = look == information.Length - 1 ? Spending.Total : Spending.Cumulative(information[look]);
                return BoundSearch.BoundAbove(underNull, information[look], spent - before);
            });
        }
    }

    private sealed record FixedPlan(double Alpha, double[] Z) : EfficacyPlan(Alpha)
    {
        public override EfficacyPlan WithAlpha(double oneSidedAlpha) =>
            throw new InvalidOperationException("Bounds on the Z scale belong to one error. Give a spending function or a shape.");

        internal override EfficacyPlan OfLooks(int[] places) => this with { Z = [.. places.Select(place => Z[place])] };

        internal override BoundWalk Walk(Func<Func<int, SequentialDensity, double>, BoundWalk> walk, double[] information) => information.Length == Z.Length
            ? walk((look, _) => Z[look])
            : throw new ArgumentException($"{information.Length} looks and {Z.Length} efficacy bounds. Give one for each.", nameof(information));
    }

    private sealed record ShapePlan(double Alpha, double Shape) : EfficacyPlan(Alpha)
    {
        public override EfficacyPlan WithAlpha(double oneSidedAlpha) => WangTsiatis(oneSidedAlpha, Shape);

        internal override BoundWalk Walk(Func<Func<int, SequentialDensity, double>, BoundWalk> walk, double[] information)
        {
            // Up to the constant of a single look the first bound alone would spend too much; 40 spends nothing.
            double constant = Root.Find(c => WalkWith(c).Error - Alpha, 0.0, 40.0);
            return WalkWith(constant);

            BoundWalk WalkWith(double c) => walk((look, _) => c * Math.Pow(information[look] / information[^1], Shape - 0.5));
        }
    }
}
