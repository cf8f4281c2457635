namespace TrialSim.Validation.Tests.Cases;

/// <summary>Simpson's rule with so many points that smooth functions have ten digits: slow and plain, to check what is quick.</summary>
internal static class Integral
{
    private const int Pieces = 20_000;

    public static double Of(Func<double, double> function, double from, double to)
    {
        double step = (to - from) / Pieces;
        double sum = function(from) + function(to);
        for (int i = 1; i < Pieces; i++)
        {
            sum += (i % 2 == 0 ? 2 : 4) * function(from + (i * step));
        }

        return sum * step / 3.0;
    }
}
