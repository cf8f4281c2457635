namespace TrialSim.Model.Design;

/// <summary>What the end of a trial is known by, of which a look predicts the success. A closed set.</summary>
public abstract record PredictedEnd
{
    private PredictedEnd()
    {
    }

    /// <summary>The patients of each arm.</summary>
    /// <param name="Count">1 or above.</param>
    public sealed record PatientsPerArm(int Count) : PredictedEnd;

    /// <summary>Events of the arm, or of both arms together.</summary>
    /// <param name="Count">1 or above.</param>
    public sealed record Events(int Count) : PredictedEnd;
}
