using System.Runtime.CompilerServices;

namespace TrialSim.Statistics;

/// <summary>Invariants of constructors: each returns the value it was given, or throws with what was found and what is allowed.</summary>
internal static class Require
{
    internal static double PositiveFinite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0.0 && double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(name, value, "Must be a finite number above 0.");

    internal static double NonNegativeFinite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0.0 && double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(name, value, "Must be a finite number, 0 or above.");

    internal static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(name, value, "Must be a finite number.");

    internal static double InsideUnitInterval(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0.0 && value < 1.0 ? value
            : throw new ArgumentOutOfRangeException(name, value, "Must lie strictly between 0 and 1.");

    internal static double Probability(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0.0 && value <= 1.0 ? value
            : throw new ArgumentOutOfRangeException(name, value, "Must be a probability, from 0 to 1.");
}
