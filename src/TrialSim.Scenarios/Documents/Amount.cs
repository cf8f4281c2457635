namespace TrialSim.Scenarios.Documents;

/// <summary>A number or a length of time. A closed set.</summary>
internal abstract record Amount
{
    private Amount()
    {
    }

    /// <summary>A number.</summary>
    /// <param name="Number">Finite.</param>
    public sealed record Plain(double Number) : Amount;

    /// <summary>A time.</summary>
    /// <param name="Duration">As written.</param>
    public sealed record Time(Duration Duration) : Amount;

    /// <summary>The number, or the days.</summary>
    public double Figure => this switch
    {
        Plain plain => plain.Number,
        Time time => time.Duration.Days,
        _ => throw new InvalidOperationException("An amount of an unknown kind."),
    };
}
