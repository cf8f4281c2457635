namespace TrialSim.Charts.Sweeps;

/// <summary>Contour lines of figures on a grid, linear between its points (marching squares; Lorensen and Cline 1987 in two dimensions).</summary>
internal static class ContourLines
{
    private const int MostHeights = 9;
    private static readonly double[] Steps = [0.2, 0.1, 0.05, 0.02, 0.01, 0.005];

    /// <summary>Round heights between the least and the largest figure, up to nine, as close as they can be.</summary>
    public static double[] HeightsBetween(double least, double largest)
    {
        double[] heights = [];
        foreach (double step in Steps)
        {
            double[] finer = [.. Enumerable.Range((int)Math.Floor(least / step) + 1, Math.Max(0, (int)Math.Ceiling(largest / step) - (int)Math.Floor(least / step) - 1)).Select(index => Math.Round(index * step, 6))];
            if (finer.Length > MostHeights)
            {
                break;
            }

            heights = finer;
        }

        return heights;
    }

    /// <summary>The pieces of the line of a height.</summary>
    /// <param name="x">Places of the columns, ascending.</param>
    /// <param name="y">Places of the rows, ascending.</param>
    /// <param name="at">The figure of a column and a row; NaN where there is none: no line comes near.</param>
    /// <param name="height">The height.</param>
    public static IEnumerable<ContourSegment> At(double[] x, double[] y, Func<int, int, double> at, double height)
    {
        for (int row = 0; row + 1 < y.Length; row++)
        {
            for (int column = 0; column + 1 < x.Length; column++)
            {
                // Around the square, so that each side has the corners of the one before and after it.
                (double X, double Y, double Value)[] corners =
                [
                    (x[column], y[row], at(column, row)), (x[column + 1], y[row], at(column + 1, row)),
                    (x[column + 1], y[row + 1], at(column + 1, row + 1)), (x[column], y[row + 1], at(column, row + 1)),
                ];
                (double X, double Y)[] crossings = [.. Enumerable.Range(0, 4).Select(side => (From: corners[side], To: corners[(side + 1) % 4])).Where(side => side.From.Value < height != side.To.Value < height).Select(side => Crossing(side.From, side.To, height))];
                if (corners.Any(corner => double.IsNaN(corner.Value)) || crossings.Length == 0)
                {
                    continue;
                }

                // On a saddle the middle tells which corners belong together.
                bool isTurned = crossings.Length == 4 && corners.Average(corner => corner.Value) < height == corners[0].Value < height;
                for (int piece = 0; piece < crossings.Length; piece += 2)
                {
                    (double X, double Y) from = crossings[(piece + (isTurned ? 0 : 3)) % crossings.Length];
                    (double X, double Y) to = crossings[(piece + (isTurned ? 1 : 0)) % crossings.Length];
                    yield return new ContourSegment(height, from.X, from.Y, to.X, to.Y);
                }
            }
        }
    }

    private static (double X, double Y) Crossing((double X, double Y, double Value) from, (double X, double Y, double Value) to, double height)
    {
        double share = (height - from.Value) / (to.Value - from.Value);
        return (from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));
    }
}
