using System.Globalization;
using TrialSim.Results;

namespace TrialSim.Charts.Specs;

/// <summary>Values and ranges of a distribution as a person reads them.</summary>
internal static class HistogramText
{
    /// <summary>A range: whole numbers from the first to the last in it, others by their ends.</summary>
    public static string RangeOf(DistributionBin bin)
    {
        if (bin.From == bin.To)
        {
            return Of(bin.From, bin);
        }

        bool isOfCounts = IsOfCounts(bin);
        (double from, double to) = isOfCounts ? (bin.From + 0.5, bin.To - 0.5) : (bin.From, bin.To);
        return from == to ? Of(from, bin) : $"{Of(from, bin)}{(from < 0 ? " to " : "–")}{Of(to, bin)}";
    }

    /// <summary>A value, with as many digits as the width of the ranges calls for.</summary>
    /// <param name="value">The value.</param>
    /// <param name="bin">A range of its distribution.</param>
    public static string Of(double value, DistributionBin bin)
    {
        if (IsOfCounts(bin))
        {
            return value.ToString("#,0.#", CultureInfo.InvariantCulture);
        }

        double width = bin.To > bin.From ? bin.To - bin.From : Math.Max(Math.Abs(value) / 100, 1e-4);
        return Figures.Number(value, Math.Clamp((int)Math.Ceiling(-Math.Log10(width)) + 1, 0, 4));
    }

    private static bool IsOfCounts(DistributionBin bin) => bin.Unit is "patients" or "events";
}
