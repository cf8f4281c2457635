using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TrialSim.Engine.Patients;

/// <summary>Days of things to come, side by side, so that the first of them is found several at a time and without a branch on each, which would be guessed wrongly too often.</summary>
internal sealed class DueDays
{
    private readonly double[] _days;

    /// <param name="count">How many things there are.</param>
    public DueDays(int count)
    {
        int parts = Math.Max(1, (count + Vector512<double>.Count - 1) / Vector512<double>.Count);
        _days = new double[parts * Vector512<double>.Count];
        Clear();
    }

    /// <summary>The day of a thing; +∞ for never.</summary>
    public ref double this[int place] => ref _days[place];

    /// <summary>Nothing is to come.</summary>
    public void Clear() => Array.Fill(_days, double.PositiveInfinity);

    /// <summary>The place of the first thing to come; of several on the same day the lowest place, and 0 where nothing comes.</summary>
    public int Earliest()
    {
        ReadOnlySpan<Vector512<double>> parts = MemoryMarshal.Cast<double, Vector512<double>>(_days);
        Vector512<double> least = parts[0];
        for (int part = 1; part < parts.Length; part++)
        {
            least = Vector512.MinNative(least, parts[part]);
        }

        Vector512<double> day = Vector512.Create(Least(least));
        int first = 0;
        ulong found = Vector512.Equals(parts[0], day).ExtractMostSignificantBits();
        while (found == 0)
        {
            first++;
            found = Vector512.Equals(parts[first], day).ExtractMostSignificantBits();
        }

        return (first * Vector512<double>.Count) + BitOperations.TrailingZeroCount(found);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Least(Vector512<double> days)
    {
        Vector256<double> four = Vector256.MinNative(days.GetLower(), days.GetUpper());
        Vector128<double> two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }
}
