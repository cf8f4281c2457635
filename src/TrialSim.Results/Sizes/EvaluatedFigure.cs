using TrialSim.Results.Summary;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Results.Sizes;

/// <summary>A row of <c>evaluations.csv</c>: what some replicates of one size say of one characteristic.</summary>
/// <param name="Evaluation">Number of the evaluation, from 1, in the order of the search.</param>
/// <param name="Purpose">What the replicates are for.</param>
/// <param name="Size">In the unit of what is varied.</param>
/// <param name="FirstReplicate">Number of the first replicate.</param>
/// <param name="Characteristic">As the command line takes it.</param>
/// <param name="Unit">Unit of the characteristic.</param>
/// <param name="Figure">Its value.</param>
public sealed record EvaluatedFigure(int Evaluation, SearchPurpose Purpose, double Size, long FirstReplicate, string Characteristic, string Unit, SearchFigure Figure)
{
    /// <summary>Whether it confirms the answer, in whose finding it has no part.</summary>
    public bool IsConfirmation => Purpose == SearchPurpose.Confirm;

    /// <summary>Lower end of its 95 % Monte Carlo interval.</summary>
    public double Lower => Within(Figure.Value - (Share.NormalQuantile975 * Figure.StandardError));

    /// <summary>Upper end.</summary>
    public double Upper => Within(Figure.Value + (Share.NormalQuantile975 * Figure.StandardError));

    private double Within(double end) => Unit == SizeGoal.Probability ? Math.Clamp(end, 0.0, 1.0) : end;
}
