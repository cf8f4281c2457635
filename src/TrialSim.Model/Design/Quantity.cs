namespace TrialSim.Model.Design;

/// <summary>A number that is known of a patient. A closed set.</summary>
public abstract record Quantity
{
    private protected Quantity()
    {
    }
}
