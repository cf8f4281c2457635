namespace TrialSim.Statistics.CompetingRisks;

/// <summary>Sums of weight, weight·x and weight·x·xᵀ (lower triangle) over patients.</summary>
internal sealed class WeightedSums(int count)
{
    internal double Total { get; private set; }

    internal double[] First { get; } = new double[count];

    internal double[,] Second { get; } = new double[count, count];

    internal void Add(ReadOnlySpan<double> x, double weight)
    {
        Total += weight;
        for (int k = 0; k < x.Length; k++)
        {
            First[k] += weight * x[k];
            for (int l = 0; l <= k; l++)
            {
                Second[k, l] += weight * x[k] * x[l];
            }
        }
    }

    internal void Clear()
    {
        Total = 0.0;
        Array.Clear(First);
        Array.Clear(Second);
    }
}
