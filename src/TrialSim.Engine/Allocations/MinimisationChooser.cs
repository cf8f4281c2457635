using System.Collections.Immutable;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Allocations;

/// <summary>
/// Pocock and Simon's minimisation: the arms that would leave the margins of the patient's levels nearest to balance, summed over the factors by their weights, are favoured.
/// </summary>
internal sealed class MinimisationChooser : IArmChooser
{
    // Sums that differ by less have come to the same in another order of arithmetic.
    private const double Tie = 1e-9;

    private readonly Allocation _allocation;
    private readonly int[] _ratio;
    private readonly int[] _patients;
    private readonly ImmutableArray<int> _firstOfFactor;
    private readonly double[] _imbalance;
    private readonly bool[] _isFavoured;

    public MinimisationChooser(Allocation allocation)
    {
        int arms = allocation.Ratio.Length;
        int places = 0;
        ImmutableArray<int>.Builder first = ImmutableArray.CreateBuilder<int>();
        foreach (MinimisationFactor factor in allocation.Factors)
        {
            first.Add(places);
            places += arms * factor.Factor.LevelCount;
        }

        _allocation = allocation;
        _firstOfFactor = first.ToImmutable();
        _ratio = new int[arms];
        _patients = new int[places];
        _imbalance = new double[arms];
        _isFavoured = new bool[arms];
    }

    /// <inheritdoc/>
    public void Begin(ReadOnlySpan<int> ratio)
    {
        ratio.CopyTo(_ratio);
        Array.Clear(_patients);
    }

    /// <inheritdoc/>
    public byte Next(in Newcomer patient)
    {
        double least = double.PositiveInfinity;
        for (int arm = 0; arm < _ratio.Length; arm++)
        {
            _imbalance[arm] = _ratio[arm] > 0 ? ImbalanceWith(arm, patient) : double.PositiveInfinity;
            least = Math.Min(least, _imbalance[arm]);
        }

        for (int arm = 0; arm < _ratio.Length; arm++)
        {
            _isFavoured[arm] = _imbalance[arm] <= least + (Tie * (1 + least));
        }

        byte next = ArmDraw.Favouring(_ratio, _isFavoured, _allocation.FavouredProbability, patient.Draws.NextUniform());
        for (int factor = 0; factor < _firstOfFactor.Length; factor++)
        {
            MarginOf(factor, patient)[next]++;
        }

        return next;
    }

    private double ImbalanceWith(int arm, in Newcomer patient)
    {
        double sum = 0;
        for (int factor = 0; factor < _firstOfFactor.Length; factor++)
        {
            Span<int> margin = MarginOf(factor, patient);
            margin[arm]++;
            sum += _allocation.Factors[factor].Weight * ImbalanceOf(margin);
            margin[arm]--;
        }

        return sum;
    }

    private Span<int> MarginOf(int factor, in Newcomer patient)
    {
        int level = _allocation.Factors[factor].Factor.LevelOf(patient.Covariates, patient.Site);
        return _patients.AsSpan(_firstOfFactor[factor] + (level * _ratio.Length), _ratio.Length);
    }

    private double ImbalanceOf(ReadOnlySpan<int> margin)
    {
        int arms = 0;
        double sum = 0;
        double smallest = double.PositiveInfinity;
        double largest = double.NegativeInfinity;
        for (int arm = 0; arm < margin.Length; arm++)
        {
            if (_ratio[arm] > 0)
            {
                double patients = (double)margin[arm] / _ratio[arm];
                arms++;
                sum += patients;
                smallest = Math.Min(smallest, patients);
                largest = Math.Max(largest, patients);
            }
        }

        if (_allocation.Imbalance == ImbalanceMeasure.Range || arms < 2)
        {
            return largest - smallest;
        }

        double squares = 0;
        for (int arm = 0; arm < margin.Length; arm++)
        {
            double distance = _ratio[arm] > 0 ? ((double)margin[arm] / _ratio[arm]) - (sum / arms) : 0;
            squares += distance * distance;
        }

        double variance = squares / (arms - 1);
        return _allocation.Imbalance == ImbalanceMeasure.Variance ? variance : Math.Sqrt(variance);
    }
}
