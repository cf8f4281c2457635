using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.GroupSequential;

/// <summary>
/// How much of a one-sided error may have been spent by an information fraction. A closed set of immutable records; cumulative spending
/// rises from 0 at fraction 0 to <see cref="Total"/> at fraction 1 and stays there. The same functions spend α for efficacy and β for futility.
/// </summary>
public abstract record Spending
{
    private protected Spending(double total) => Total = Require.InsideUnitInterval(total);

    /// <summary>The whole one-sided error, strictly between 0 and 1.</summary>
    public double Total { get; }

    /// <summary>
    /// Lan and DeMets (Biometrika 70, 1983), near O'Brien and Fleming's bounds: 2 − 2Φ(z/√t) with z the upper α/2 quantile, for one-sided α.
    /// gsDesign's <c>sfLDOF</c>, rpact's <c>asOF</c>.
    /// </summary>
    /// <param name="total">One-sided error, strictly between 0 and 1.</param>
    public static Spending OBrienFleming(double total) => new OBrienFlemingSpending(total);

    /// <summary>Lan and DeMets, near Pocock's bounds: α·ln(1 + (e − 1)t). gsDesign's <c>sfLDPocock</c>, rpact's <c>asP</c>.</summary>
    /// <param name="total">One-sided error, strictly between 0 and 1.</param>
    public static Spending Pocock(double total) => new PocockSpending(total);

    /// <summary>Kim and DeMets (Biometrika 74, 1987): α·t^ρ. gsDesign's <c>sfPower</c>, rpact's <c>asKD</c>.</summary>
    /// <param name="total">One-sided error, strictly between 0 and 1.</param>
    /// <param name="power">ρ, above 0; 1 spends evenly, 3 is near O'Brien and Fleming.</param>
    public static Spending KimDeMets(double total, double power) => new PowerSpending(total, power);

    /// <summary>
    /// Hwang, Shih and DeCani (Statistics in Medicine 9, 1990): α(1 − e^(−γt))/(1 − e^(−γ)), αt at γ = 0. gsDesign's <c>sfHSD</c>, rpact's <c>asHSD</c>.
    /// </summary>
    /// <param name="total">One-sided error, strictly between 0 and 1.</param>
    /// <param name="gamma">Finite; −4 is near O'Brien and Fleming, 1 near Pocock.</param>
    public static Spending HwangShihDeCani(double total, double gamma) => new GammaSpending(total, gamma);

    /// <summary>What a protocol writes down, look by look; straight lines between its points when information differs from plan.</summary>
    /// <param name="fractions">Information fractions, above 0, strictly ascending, the last one 1.</param>
    /// <param name="cumulative">Cumulative error at each fraction; does not fall, the last one is the total.</param>
    /// <exception cref="ArgumentException">Lengths differ, or values are out of order or range.</exception>
    public static Spending Given(ReadOnlySpan<double> fractions, ReadOnlySpan<double> cumulative) => GivenSpending.Of(fractions, cumulative);

    /// <summary>Error spent by an information fraction; a fraction above 1 (more information than planned) counts as 1.</summary>
    /// <param name="informationFraction">0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is negative or not a number.</exception>
    public double Cumulative(double informationFraction)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(informationFraction);
        return informationFraction == 0.0 ? 0.0
            : Require.Finite(informationFraction) >= 1.0 ? Total
            : SpentInside(informationFraction);
    }

    /// <summary>The same function of another error: what each share of a family's α spends by.</summary>
    /// <param name="total">One-sided error, strictly between 0 and 1.</param>
    public abstract Spending WithTotal(double total);

    /// <summary>Error spent by a fraction strictly between 0 and 1.</summary>
    private protected abstract double SpentInside(double fraction);

    private sealed record OBrienFlemingSpending(double Error) : Spending(Error)
    {
        public override Spending WithTotal(double total) => new OBrienFlemingSpending(total);

        private protected override double SpentInside(double fraction) =>
            2.0 * Normal.UpperTail(-Normal.Quantile(0.5 * Total) / Math.Sqrt(fraction));
    }

    private sealed record PocockSpending(double Error) : Spending(Error)
    {
        public override Spending WithTotal(double total) => new PocockSpending(total);

        private protected override double SpentInside(double fraction) => Total * Elementary.LogOnePlus((Math.E - 1.0) * fraction);
    }

    private sealed record PowerSpending(double Error, double Power) : Spending(Error)
    {
        private readonly double _power = Require.PositiveFinite(Power);

        public override Spending WithTotal(double total) => new PowerSpending(total, Power);

        private protected override double SpentInside(double fraction) => Total * Math.Pow(fraction, _power);
    }

    private sealed record GammaSpending(double Error, double Gamma) : Spending(Error)
    {
        private readonly double _gamma = Require.Finite(Gamma);

        public override Spending WithTotal(double total) => new GammaSpending(total, Gamma);

        private protected override double SpentInside(double fraction) =>
            _gamma == 0.0 ? Total * fraction
            : Total * Elementary.ExpMinusOne(-_gamma * fraction) / Elementary.ExpMinusOne(-_gamma);
    }

    private sealed record GivenSpending : Spending
    {
        private readonly double[] _fractions;
        private readonly double[] _cumulative;

        private GivenSpending(double total, double[] fractions, double[] cumulative)
            : base(total)
        {
            _fractions = fractions;
            _cumulative = cumulative;
        }

        internal static GivenSpending Of(ReadOnlySpan<double> fractions, ReadOnlySpan<double> cumulative)
        {
            if (fractions.Length == 0 || fractions.Length != cumulative.Length || fractions[^1] != 1.0)
            {
                throw new ArgumentException(
                    $"{fractions.Length} fractions and {cumulative.Length} errors. Give as many of each, the last fraction 1.", nameof(fractions));
            }

            for (int i = 0; i < fractions.Length; i++)
            {
                double fractionBefore = i == 0 ? 0.0 : fractions[i - 1];
                double spentBefore = i == 0 ? 0.0 : cumulative[i - 1];
                if (!(fractions[i] > fractionBefore && cumulative[i] >= spentBefore))
                {
                    throw new ArgumentException(
                        $"Error {cumulative[i]} at fraction {fractions[i]} follows error {spentBefore} at fraction {fractionBefore}. "
                        + "Give fractions that ascend from above 0, and cumulative errors that do not fall.",
                        nameof(cumulative));
                }
            }

            return new GivenSpending(cumulative[^1], fractions.ToArray(), cumulative.ToArray());
        }

        // Rounding must not leave the last one beside the total.
        public override Spending WithTotal(double total) =>
            new GivenSpending(total, _fractions, [.. _cumulative[..^1].Select(spent => spent * (total / Total)), total]);

        private protected override double SpentInside(double fraction)
        {
            int i = 0;
            while (_fractions[i] < fraction)
            {
                i++;
            }

            double fractionBefore = i == 0 ? 0.0 : _fractions[i - 1];
            double spentBefore = i == 0 ? 0.0 : _cumulative[i - 1];
            return spentBefore + ((_cumulative[i] - spentBefore) * (fraction - fractionBefore) / (_fractions[i] - fractionBefore));
        }
    }
}
