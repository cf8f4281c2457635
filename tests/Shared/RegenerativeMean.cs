namespace TrialSim.Tests;

/// <summary>
/// The mean of a quantity per customer, over cycles that begin when a customer finds the system empty. Cycles are independent and alike, so
/// the ratio of sums has a standard error without any guess about start or autocorrelation (Crane and Iglehart 1975).
/// </summary>
internal sealed class RegenerativeMean
{
    private readonly List<(double Sum, int Customers)> _cycles = [];

    public void BeginCycle() => _cycles.Add((0, 0));

    /// <summary>The cycle that a customer belongs to who arrives now.</summary>
    public int CurrentCycle => _cycles.Count - 1;

    public void Add(int cycle, double value)
    {
        (double sum, int customers) = _cycles[cycle];
        _cycles[cycle] = (sum + value, customers + 1);
    }

    /// <summary>The estimate and its standard error by the delta method, from the cycles that are complete.</summary>
    public (double Mean, double StandardError) Estimate()
    {
        _cycles.RemoveAt(CurrentCycle);
        double customers = _cycles.Sum(cycle => (double)cycle.Customers);
        double mean = _cycles.Sum(cycle => cycle.Sum) / customers;
        double squares = _cycles.Sum(cycle => Math.Pow(cycle.Sum - mean * cycle.Customers, 2));
        return (mean, Math.Sqrt(squares) / customers);
    }
}
