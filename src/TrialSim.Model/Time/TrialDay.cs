namespace TrialSim.Model.Time;

/// <summary>A time on the trial's calendar: days since the trial opened. Only differences of trial days can meet a <see cref="PatientDay"/>.</summary>
/// <param name="Value">Days, fractions allowed; +∞ means never.</param>
public readonly record struct TrialDay(double Value) : IComparable<TrialDay>
{
    /// <summary>The day on which the trial opens.</summary>
    public static TrialDay Opening => new(0);

    /// <summary>A day that never comes.</summary>
    public static TrialDay Never => new(double.PositiveInfinity);

    /// <summary>The calendar day of something that happens to a patient randomised on <paramref name="randomised"/>.</summary>
    public static TrialDay operator +(TrialDay randomised, PatientDay day) => new(randomised.Value + day.Value);

    /// <summary>Time from <paramref name="randomised"/> to <paramref name="day"/> as that patient counts it.</summary>
    public static PatientDay operator -(TrialDay day, TrialDay randomised) => new(day.Value - randomised.Value);

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(TrialDay left, TrialDay right) => left.Value < right.Value;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(TrialDay left, TrialDay right) => left.Value > right.Value;

    /// <summary>Whether <paramref name="left"/> comes before or with <paramref name="right"/>.</summary>
    public static bool operator <=(TrialDay left, TrialDay right) => left.Value <= right.Value;

    /// <summary>Whether <paramref name="left"/> comes after or with <paramref name="right"/>.</summary>
    public static bool operator >=(TrialDay left, TrialDay right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(TrialDay other) => Value.CompareTo(other.Value);
}
