using System.Globalization;
using TrialSim.Statistics;

namespace TrialSim.Cli.Analysis;

/// <summary>Figures of an analysis as a person reads them.</summary>
internal static class AnalysisText
{
    /// <summary>Stands where there is no figure.</summary>
    public const string Blank = "–";

    private const int MinDecimals = 3;
    private const int MaxDecimals = 8;
    private const double SmallestFixed = 1e-4;
    private const double GreatestFixed = 1e15;

    /// <summary>A time of the data, to as many as four decimals; as a power of ten where these would say 0, or more digits than a number holds.</summary>
    public static string Time(double time) =>
        !double.IsFinite(time) ? "not reached" : time.ToString(time == 0 || Math.Abs(time) is >= SmallestFixed and < GreatestFixed ? "0.####" : "0.####e-0", CultureInfo.InvariantCulture);

    /// <summary>A figure that the user gave, as it was written.</summary>
    public static string Rate(double rate) => rate.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>A time and its limits.</summary>
    public static string Time(double time, double lower, double upper) => $"{Time(time)} ({Time(lower)}–{Time(upper)})";

    /// <summary>At least three decimals, and more where a small number would lose its first four digits.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            return value > 0 ? "∞" : value < 0 ? "−∞" : Blank;
        }

        int decimals = value == 0 ? MinDecimals : Math.Clamp(MinDecimals - (int)Math.Floor(Math.Log10(Math.Abs(value))), MinDecimals, MaxDecimals);
        string digits = Math.Abs(value).ToString(Math.Abs(value) < GreatestFixed ? "F" + decimals : "0.000e-0", CultureInfo.InvariantCulture);
        return value < 0 && digits.AsSpan().ContainsAnyInRange('1', '9') ? "−" + digits : digits;
    }

    /// <summary>A number and its limits.</summary>
    public static string Number(double value, double lower, double upper) =>
        $"{Number(value)} ({Number(lower)}{(lower < 0 || upper < 0 ? " to " : "–")}{Number(upper)})";

    /// <summary>Degrees of freedom: whole where they are, else to two decimals.</summary>
    public static string Degrees(double degrees) => degrees.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Four digits.</summary>
    public static string PValue(double p) => p switch
    {
        <= 0 => "< 1e-300",
        < SmallestFixed => p.ToString("0.000e-00", CultureInfo.InvariantCulture),
        _ => Number(p),
    };

    /// <summary><c>95 %</c>.</summary>
    public static string Percent(double confidence) => (100 * confidence).ToString("0.####", CultureInfo.InvariantCulture) + " %";

    /// <summary>Why there is no figure, for a person.</summary>
    public static string Reason(NotEstimable reason) => reason switch
    {
        NotEstimable.None => "",
        NotEstimable.NoPatients => "there are no patients",
        NotEstimable.NoEvents => "there are no events",
        NotEstimable.OneArmEmpty => "at no event is anybody at risk in one of the arms",
        NotEstimable.NoVariance => "there is no variance to judge by",
        NotEstimable.NotReached => "nobody was followed that far",
        NotEstimable.Diverges => "the likelihood rises for ever, as where all events that tell groups apart are in one of them",
        NotEstimable.EventAtStart => "an event at time 0 has no place in this model",
        NotEstimable.Collinear => "columns depend on each other",
        NotEstimable.TooFewObservations => "there are fewer rows than unknowns",
        NotEstimable.TooManyOutcomes => "there are too many tied events for exact ties to end in reasonable time; write --ties efron",
        NotEstimable.NoMaximum => "the likelihood has no maximum: it rises all the way to a curve outside the family",
        NotEstimable.OnBoundary => "the best fit is a limit of the model",
        _ => Words(reason),
    };

    /// <summary>Why there is no figure, for a file: <c>ok</c> or the reason in snake_case.</summary>
    public static string Status(NotEstimable reason) => reason == NotEstimable.None ? "ok" : Words(reason).Replace(' ', '_');

    private static string Words(NotEstimable reason) => string.Concat(
        reason.ToString().Select((letter, index) => char.IsAsciiLetterUpper(letter) && index > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
