using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>Takes the looks of a trial as the calendar brings them, and decides on the rest of it.</summary>
internal interface ILookConduct
{
    /// <summary>A look takes place.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="cut">What is known.</param>
    public void Look(int look, DataCut cut);

    /// <summary>Whether anything may be decided upon a look.</summary>
    public bool DecidesAt(int look);

    /// <summary>What a look has shown is decided upon.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="day">The day of the decision, which may be later than that of the cut.</param>
    /// <returns>Whether the trial goes on.</returns>
    public Continuation Decide(int look, TrialDay day);
}
