using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>All outcomes of a two-arm trial with binary response for which a test rejects, by enumeration: exact power and exact size.</summary>
public sealed class RejectionRegion
{
    /// <summary>Patients an arm may have, so that the region fits into memory.</summary>
    public const int LargestArm = 10_000;

    private readonly bool[] _rejects;
    private readonly int _controlPatients;
    private readonly int _experimentalPatients;

    /// <summary>The region of a test at a level; a p-value equal to the level rejects. Time and memory grow with the product of the arms.</summary>
    /// <param name="method">How the proportions are tested.</param>
    /// <param name="sides">Of the test and its level.</param>
    /// <param name="level">Strictly between 0 and 1, such as 0.05 with two sides.</param>
    /// <param name="controlPatients">From 1 to <see cref="LargestArm"/>.</param>
    /// <param name="experimentalPatients">From 1 to <see cref="LargestArm"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public RejectionRegion(TwoArmTestMethod method, Sides sides, double level, int controlPatients, int experimentalPatients)
    {
        Require.InsideUnitInterval(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(controlPatients, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(experimentalPatients, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(controlPatients, LargestArm);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(experimentalPatients, LargestArm);
        _controlPatients = controlPatients;
        _experimentalPatients = experimentalPatients;
        _rejects = new bool[(controlPatients + 1) * (experimentalPatients + 1)];
        switch (method)
        {
            case TwoArmTestMethod.Pearson:
                FillPearson(ContinuityCorrection.None, sides, level);
                break;
            case TwoArmTestMethod.PearsonYates:
                FillPearson(ContinuityCorrection.Yates, sides, level);
                break;
            case TwoArmTestMethod.FisherExact:
                FillFisher(sides, level);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(method), method, "Must be Pearson, PearsonYates or FisherExact.");
        }
    }

    /// <summary>Whether the test rejects.</summary>
    /// <param name="controlResponders">From 0 to the patients of the control arm.</param>
    /// <param name="experimentalResponders">From 0 to the patients of the experimental arm.</param>
    public bool Contains(int controlResponders, int experimentalResponders)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(controlResponders);
        ArgumentOutOfRangeException.ThrowIfNegative(experimentalResponders);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(controlResponders, _controlPatients);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(experimentalResponders, _experimentalPatients);
        return _rejects[IndexOf(controlResponders, experimentalResponders)];
    }

    /// <summary>The exact probability that the test rejects, in whichever direction: its power, or its size when the two are equal.</summary>
    /// <param name="controlProbability">Of a response in the control arm, from 0 to 1.</param>
    /// <param name="experimentalProbability">Of a response in the experimental arm, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability is out of range.</exception>
    public double Probability(double controlProbability, double experimentalProbability)
    {
        double[] experimental = new double[_experimentalPatients + 1];
        for (int j = 0; j < experimental.Length; j++)
        {
            experimental[j] = Binomial.Probability(j, _experimentalPatients, experimentalProbability);
        }

        double sum = 0.0;
        for (int i = 0; i <= _controlPatients; i++)
        {
            double inside = 0.0;
            ReadOnlySpan<bool> row = _rejects.AsSpan(IndexOf(i, 0), experimental.Length);
            for (int j = 0; j < row.Length; j++)
            {
                inside += row[j] ? experimental[j] : 0.0;
            }

            sum += inside * Binomial.Probability(i, _controlPatients, controlProbability);
        }

        return Math.Min(1.0, sum);
    }

    private int IndexOf(int control, int experimental) => (control * (_experimentalPatients + 1)) + experimental;

    private void FillPearson(ContinuityCorrection correction, Sides sides, double level)
    {
        for (int i = 0; i <= _controlPatients; i++)
        {
            for (int j = 0; j <= _experimentalPatients; j++)
            {
                ProportionTestResult test = ProportionTests.Pearson(
                    new TwoArmCounts(i, _controlPatients, j, _experimentalPatients), correction);
                _rejects[IndexOf(i, j)] = (sides == Sides.Two ? test.TwoSidedPValue : test.OneSidedPValue) <= level;
            }
        }
    }

    private void FillFisher(Sides sides, double level)
    {
        long patients = (long)_controlPatients + _experimentalPatients;
        double[] densities = new double[_experimentalPatients + 1];
        double[] ascending = new double[_experimentalPatients + 1];
        for (int responders = 0; responders <= patients; responders++)
        {
            int lowest = (int)Hypergeometric.Lowest(patients - responders, _experimentalPatients);
            int length = Hypergeometric.Fill(responders, patients - responders, _experimentalPatients, densities);
            densities.AsSpan(0, length).CopyTo(ascending);
            if (sides == Sides.Two)
            {
                ascending.AsSpan(0, length).Sort();
            }
            else
            {
                // The further up, the better: the tail above a count takes the place of the less likely counts.
                ascending.AsSpan(0, length).Reverse();
            }

            double sum = 0.0;
            int next = 0;
            double largest = -1.0;
            int count = 0;
            while (next < length && sum + ascending[next] <= level)
            {
                sum += ascending[next];
                largest = ascending[next];
                next++;
                count++;
            }

            for (int i = 0; i < length; i++)
            {
                bool rejects = sides == Sides.Two ? RejectsTwoSided(densities[i], ascending.AsSpan(0, length), largest, count) : i >= length - count;
                _rejects[IndexOf(responders - lowest - i, lowest + i)] = rejects;
            }
        }
    }

    // A count rejects when all that are as unlikely, ties included, fit into the level together.
    private static bool RejectsTwoSided(double density, ReadOnlySpan<double> ascending, double largest, int count) =>
        density <= largest && (count == ascending.Length || ascending[count] > density * FisherExact.RelativeTie);
}
