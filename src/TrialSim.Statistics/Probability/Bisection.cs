namespace TrialSim.Statistics.Probability;

/// <summary>The slow root finder that cannot fail: for functions that are flat, steep or infinite at their ends.</summary>
internal static class Bisection
{
    /// <summary>Where a falling function crosses 0, to the last place; an end where it does not cross.</summary>
    internal static double RootOfFalling(Func<double, double> function, double low, double high) => RootOfFalling(new Called(function), low, high);

    /// <summary>The same for a function given as a value: nothing is allocated.</summary>
    internal static double RootOfFalling<TFunction>(TFunction function, double low, double high)
        where TFunction : struct, IIntegrand
    {
        for (int i = 0; i < 200; i++)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (function.At(middle) > 0.0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return 0.5 * (low + high);
    }

    private readonly record struct Called(Func<double, double> Function) : IIntegrand
    {
        public double At(double x) => Function(x);
    }
}
