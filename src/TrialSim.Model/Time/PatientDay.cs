namespace TrialSim.Model.Time;

/// <summary>A time on one patient's own clock: days since that patient was randomised.</summary>
/// <param name="Value">Days, fractions allowed; +∞ means never.</param>
public readonly record struct PatientDay(double Value) : IComparable<PatientDay>
{
    /// <summary>A day that never comes.</summary>
    public static PatientDay Never => new(double.PositiveInfinity);

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(PatientDay left, PatientDay right) => left.Value < right.Value;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(PatientDay left, PatientDay right) => left.Value > right.Value;

    /// <summary>Whether <paramref name="left"/> comes before or with <paramref name="right"/>.</summary>
    public static bool operator <=(PatientDay left, PatientDay right) => left.Value <= right.Value;

    /// <summary>Whether <paramref name="left"/> comes after or with <paramref name="right"/>.</summary>
    public static bool operator >=(PatientDay left, PatientDay right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(PatientDay other) => Value.CompareTo(other.Value);
}
