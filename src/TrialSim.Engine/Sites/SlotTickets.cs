namespace TrialSim.Engine.Sites;

/// <summary>The tickets of one worker: as many as sessions were wanted and not over at the same time, used again for later ones.</summary>
internal sealed class SlotTickets
{
    private readonly List<SlotTicket> _all = [];
    private readonly Stack<SlotTicket> _free = [];

    /// <summary>Nothing happens any more on the calendar that was: all tickets are free.</summary>
    public void Restart()
    {
        _free.Clear();
        foreach (SlotTicket ticket in _all)
        {
            _free.Push(ticket);
        }
    }

    /// <summary>A ticket, yet to be filled.</summary>
    public SlotTicket Take()
    {
        if (_free.TryPop(out SlotTicket? free))
        {
            return free;
        }

        SlotTicket ticket = new();
        _all.Add(ticket);
        return ticket;
    }

    /// <summary>Takes back a ticket whose callbacks no event will run any more.</summary>
    public void Return(SlotTicket ticket) => _free.Push(ticket);
}
