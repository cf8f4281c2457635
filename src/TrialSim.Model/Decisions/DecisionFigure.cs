namespace TrialSim.Model.Decisions;

/// <summary>A figure that a look shows of an analysis.</summary>
public enum DecisionFigure
{
    /// <summary>The test statistic; positive when the experimental arm does better.</summary>
    Z,

    /// <summary>The estimate in the unit of its measure; times in days.</summary>
    Estimate,

    /// <summary>The p-value on the sides on which the analysis tests.</summary>
    PValue,

    /// <summary>Events; of a binary endpoint those of whom it is true.</summary>
    Events,

    /// <summary>Patients who count.</summary>
    Patients,

    /// <summary>Conditional power of a sequential test if the trend goes on.</summary>
    ConditionalPowerOfTrend,

    /// <summary>Conditional power of a sequential test under the effect that it is planned for.</summary>
    ConditionalPowerOfPlan,

    /// <summary>Conditional power of a sequential test averaged over what the data say of the effect, with a flat prior.</summary>
    PredictivePower,
}
