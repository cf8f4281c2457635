namespace TrialSim.Engine.Allocations;

/// <summary>Draws an arm by inversion of one uniform.</summary>
internal static class ArmDraw
{
    /// <summary>With the ratio as odds.</summary>
    public static byte ByRatio(ReadOnlySpan<int> ratio, double uniform)
    {
        int total = 0;
        foreach (int weight in ratio)
        {
            total += weight;
        }

        int sum = ratio[0];
        int arm = 0;
        while (uniform >= (double)sum / total)
        {
            sum += ratio[++arm];
        }

        return (byte)arm;
    }

    /// <summary>With given shares.</summary>
    /// <param name="shares">They sum to 1; the last arm with a share takes what rounding leaves.</param>
    /// <param name="uniform">Between 0 and 1.</param>
    public static byte ByShare(ReadOnlySpan<double> shares, double uniform)
    {
        int chosen = 0;
        for (int arm = 0; arm < shares.Length && uniform >= 0; arm++)
        {
            chosen = shares[arm] > 0 ? arm : chosen;
            uniform -= shares[arm];
        }

        return (byte)chosen;
    }

    /// <summary>
    /// With some arms favoured: their odds against the others are multiplied by the factor that would give them a probability were all arms of one weight, and by no less than 1; so that arms of
    /// any weight are pushed back as far, and no ratio is missed in the long run. Without anybody, or with everybody, favoured it is the ratio.
    /// </summary>
    /// <param name="ratio">Weight of each arm.</param>
    /// <param name="isFavoured">Which arms are favoured.</param>
    /// <param name="probability">Of the favoured arms together, for arms of one weight.</param>
    /// <param name="uniform">Between 0 and 1.</param>
    public static byte Favouring(ReadOnlySpan<int> ratio, ReadOnlySpan<bool> isFavoured, double probability, double uniform)
    {
        int favoured = 0;
        int total = 0;
        int favouredArms = 0;
        int arms = 0;
        for (int arm = 0; arm < ratio.Length; arm++)
        {
            total += ratio[arm];
            favoured += isFavoured[arm] ? ratio[arm] : 0;
            favouredArms += isFavoured[arm] && ratio[arm] > 0 ? 1 : 0;
            arms += ratio[arm] > 0 ? 1 : 0;
        }

        if (favoured == 0 || favoured == total)
        {
            return ByRatio(ratio, uniform);
        }

        double oddsFactor = Math.Max(1.0, probability * (arms - favouredArms) / ((1.0 - probability) * favouredArms));
        double ofFavoured = probability < 1.0 ? oddsFactor * favoured / ((oddsFactor * favoured) + (total - favoured)) : 1.0;
        Span<double> shares = stackalloc double[ratio.Length];
        for (int arm = 0; arm < ratio.Length; arm++)
        {
            shares[arm] = isFavoured[arm] ? ofFavoured * ratio[arm] / favoured : (1 - ofFavoured) * ratio[arm] / (total - favoured);
        }

        return ByShare(shares, uniform);
    }
}
