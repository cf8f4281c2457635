namespace TrialSim.Engine.Allocations;

/// <summary>Shares of arms.</summary>
internal static class Shares
{
    /// <summary>Turns weights into shares that sum to 1, none of an open arm below a limit: arms below it are raised to it, and the others divide the rest as before.</summary>
    /// <param name="weights">Weights, 0 or above, some above 0; receives the shares.</param>
    /// <param name="isOpen">Which arms take patients; the others have no share.</param>
    /// <param name="least">The limit; at most 1 over the number of open arms.</param>
    public static void Limit(Span<double> weights, ReadOnlySpan<bool> isOpen, double least)
    {
        Span<bool> isRaised = stackalloc bool[weights.Length];
        isRaised.Clear();
        int raised;
        double total;
        bool isChanged = true;
        while (isChanged)
        {
            isChanged = false;
            (total, raised) = SumOf(weights, isOpen, isRaised);
            for (int arm = 0; arm < weights.Length; arm++)
            {
                if (isOpen[arm] && !isRaised[arm] && weights[arm] * (1 - (raised * least)) < least * total)
                {
                    isRaised[arm] = true;
                    isChanged = true;
                    break; // What is left for the others has changed.
                }
            }
        }

        (total, raised) = SumOf(weights, isOpen, isRaised);
        for (int arm = 0; arm < weights.Length; arm++)
        {
            weights[arm] = !isOpen[arm] ? 0 : isRaised[arm] ? least : weights[arm] / total * (1 - (raised * least));
        }
    }

    private static (double Total, int Raised) SumOf(ReadOnlySpan<double> weights, ReadOnlySpan<bool> isOpen, ReadOnlySpan<bool> isRaised)
    {
        double total = 0;
        int raised = 0;
        for (int arm = 0; arm < weights.Length; arm++)
        {
            total += isOpen[arm] && !isRaised[arm] ? weights[arm] : 0;
            raised += isRaised[arm] ? 1 : 0;
        }

        return (total, raised);
    }
}
