using System.Collections.Immutable;

namespace TrialSim.Engine.Patients;

/// <summary>Draws one of several categories by inversion of one uniform.</summary>
internal static class CategorySampler
{
    /// <summary>Index of the category.</summary>
    /// <param name="probabilities">Of each; they sum to 1, and the last one takes what rounding leaves.</param>
    /// <param name="uniform">Between 0 and 1.</param>
    public static int IndexAt(ImmutableArray<double> probabilities, double uniform)
    {
        double cumulative = 0;
        for (int index = 0; index < probabilities.Length - 1; index++)
        {
            cumulative += probabilities[index];
            if (uniform < cumulative)
            {
                return index;
            }
        }

        return probabilities.Length - 1;
    }
}
