using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>A look's trigger on the calendar: the kernel's event that wakes the look, and the day it stands for.</summary>
/// <param name="Event">Fires when the trigger holds.</param>
/// <param name="DayOf">The day since which it holds; asked once it has fired. It comes from the data, since the clock only orders.</param>
internal readonly record struct TriggerWatch(Event Event, Func<TrialDay> DayOf)
{
    /// <summary>Fires on a day that is known beforehand; never on <see cref="TrialDay.Never"/>.</summary>
    public static TriggerWatch OnDay(Simulation simulation, TrialDay day) =>
        new(day < TrialDay.Never ? simulation.TimeoutD(day.Value, SameInstant.Look) : new Event(simulation), () => day);
}
