namespace TrialSim.Results.Folder;

/// <summary>Looks whether files are still there, once a second: seldom enough for work that writes without end, soon enough to end it.</summary>
internal sealed class OccasionalLook
{
    private const long MillisecondsBetween = 1000;

    private long _next;

    /// <summary>Looks, if a second has passed since the last time that nothing was wrong.</summary>
    /// <param name="look">Throws where something is wrong.</param>
    public void Take(Action look)
    {
        if (Environment.TickCount64 >= _next)
        {
            look();
            _next = Environment.TickCount64 + MillisecondsBetween;
        }
    }
}
