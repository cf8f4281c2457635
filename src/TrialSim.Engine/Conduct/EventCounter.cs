using System.Collections.Immutable;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>Counts events, or patients, as the calendar brings them, and fires at the number that a look waits for.</summary>
/// <param name="simulation">The calendar.</param>
/// <param name="look">Index of the look that waits.</param>
/// <param name="subject">Index of the endpoint whose events count, or <see cref="Randomised"/>.</param>
/// <param name="planned">How many the look was planned to wait for.</param>
/// <param name="arms">The arms that count.</param>
internal sealed class EventCounter(Simulation simulation, int look, int subject, int planned, ImmutableArray<int> arms)
{
    /// <summary>Stands for being randomised, instead of an endpoint.</summary>
    public const int Randomised = -1;

    private int _seen;

    /// <summary>Index of the look that waits.</summary>
    public int Look => look;

    /// <summary>Index of the endpoint whose events it counts, or <see cref="Randomised"/>.</summary>
    public int Subject => subject;

    /// <summary>How many the look was planned to wait for.</summary>
    public int Planned { get; } = planned;

    /// <summary>How many it waits for now.</summary>
    public int Wanted { get; private set; } = planned;

    /// <summary>Fires on the day of the one that completes the number; another event once it waits for more than had completed it.</summary>
    public Event Reached { get; private set; } = new(simulation);

    /// <summary>The day of that one; never before it has come.</summary>
    public TrialDay Day { get; private set; } = TrialDay.Never;

    /// <summary>Waits for a larger number from now on, also where the smaller one has been reached.</summary>
    /// <param name="wanted">At least what it waits for now.</param>
    public void WaitFor(int wanted)
    {
        if (wanted > Wanted && Day < TrialDay.Never)
        {
            Day = TrialDay.Never;
            Reached = new Event(simulation);
        }

        Wanted = wanted;
    }

    /// <summary>One more has come in an arm.</summary>
    public void Count(int arm, TrialDay day)
    {
        if (!arms.Contains(arm))
        {
            return;
        }

        _seen++;
        if (_seen == Wanted)
        {
            Day = day;
            Reached.Succeed(priority: SameInstant.Look);
        }
    }
}
