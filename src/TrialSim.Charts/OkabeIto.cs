namespace TrialSim.Charts;

/// <summary>
/// Okabe and Ito's colours, which people with any colour vision tell apart, with grey for their black (unseen on a dark page). As <c>#RRGGBB</c>.
/// </summary>
internal static class OkabeIto
{
    public const string Blue = "#0072B2";
    public const string Vermilion = "#D55E00";
    public const string Green = "#009E73";
    public const string Purple = "#CC79A7";
    public const string Orange = "#E69F00";
    public const string SkyBlue = "#56B4E9";
    public const string Grey = "#999999";
    public const string Yellow = "#F0E442";

    private static readonly string[] InOrder = [Blue, Vermilion, Green, Purple, Orange, SkyBlue, Grey, Yellow];

    /// <summary>The colour of one of several things, from 0; from the ninth on they repeat. Yellow, faint on a white page, is the last.</summary>
    public static string Of(int index) => InOrder[index % InOrder.Length];
}
