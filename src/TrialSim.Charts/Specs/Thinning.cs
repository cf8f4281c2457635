namespace TrialSim.Charts.Specs;

/// <summary>Leaves out the steps of a curve that a picture cannot show: with all of them, the page of a large data set would be too heavy to open.</summary>
internal static class Thinning
{
    // More steps than pixels show nothing more.
    private const int MaxPoints = 1_500;

    /// <summary>The first point and the last of each cell of a grid finer than the picture; every point where there are few.</summary>
    /// <param name="points">By ascending time.</param>
    /// <param name="timeOf">Time of a point, 0 or above.</param>
    /// <param name="last">Where the picture ends.</param>
    public static IEnumerable<T> Of<T>(IReadOnlyList<T> points, Func<T, double> timeOf, double last)
    {
        return points.Count <= MaxPoints
            ? points
            : points.Where((point, index) => index == 0 || index + 1 == points.Count || CellOf(point) != CellOf(points[index + 1]));

        double CellOf(T point) => Math.Floor(timeOf(point) / last * MaxPoints);
    }
}
