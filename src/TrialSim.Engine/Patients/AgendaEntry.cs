namespace TrialSim.Engine.Patients;

/// <summary>Something due.</summary>
/// <param name="Day">Days since randomisation; +∞ for never.</param>
/// <param name="Item">What it is.</param>
/// <param name="Index">Index of the timer, treatment or schedule.</param>
internal readonly record struct AgendaEntry(double Day, AgendaItem Item, int Index)
{
    /// <summary>Nothing is due.</summary>
    public static AgendaEntry Nothing => new(double.PositiveInfinity, AgendaItem.Start, 0);
}
