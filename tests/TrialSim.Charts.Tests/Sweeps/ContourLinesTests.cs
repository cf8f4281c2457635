using TrialSim.Charts.Sweeps;

namespace TrialSim.Charts.Tests.Sweeps;

public sealed class ContourLinesTests
{
    private static readonly double[] X = [0, 1, 3];
    private static readonly double[] Y = [0, 2];

    // On the plane f = x + y the line of height 2 goes from (2, 0) by (1, 1) to (0, 2).
    [Fact, Trait("Source", "ByHand")]
    public void Line_OfAPlane_IsStraight()
    {
        ContourSegment[] line = [.. ContourLines.At(X, Y, (column, row) => X[column] + Y[row], 2).OrderBy(piece => piece.X1 + piece.X2)];

        Assert.Equal(2, line.Length);
        Assert.All(line.SelectMany(piece => new[] { (piece.X1, piece.Y1), (piece.X2, piece.Y2) }), end => Assert.Equal(2, end.Item1 + end.Item2, 12));
        Assert.Equal([0.0, 1.0, 1.0, 2.0], line.SelectMany(piece => new[] { piece.X1, piece.X2 }).Order());
    }

    // Corners 1 and 0 in turn: the middle, ½, tells which of them are joined.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(0.4, 1.0)] // Below the middle the ones are joined: each zero is cut off.
    [InlineData(0.6, 0.0)] // Above it the zeros are, and each one is cut off.
    public void Line_OfASaddle_CutsOffTheCornersThatAreNotJoined(double height, double firstCornerOfPiece)
    {
        double[] unit = [0, 1];
        ContourSegment[] pieces = [.. ContourLines.At(unit, unit, (column, row) => column == row ? 1 : 0, height)];

        Assert.Equal(2, pieces.Length);
        Assert.All(pieces, piece =>
        {
            // The corner nearest to a piece is the one that it cuts off.
            (double x, double y) = ((piece.X1 + piece.X2) / 2, (piece.Y1 + piece.Y2) / 2);
            Assert.Equal(firstCornerOfPiece, Math.Abs(Math.Round(x) - Math.Round(y)));
        });
    }

    [Fact, Trait("Source", "ByHand")]
    public void Line_BesideAGap_StopsThere() =>
        Assert.Single(ContourLines.At(X, Y, (column, row) => column == 2 ? double.NaN : X[column] + Y[row], 2));

    [Theory, Trait("Source", "ByHand")]
    [InlineData(0.42, 0.78, new[] { 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75 })]
    [InlineData(0.05, 0.95, new[] { 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9 })]
    [InlineData(0.8, 0.8, new double[0])]
    public void Heights_BetweenTwoFigures_AreRound(double least, double largest, double[] heights) => Assert.Equal(heights, ContourLines.HeightsBetween(least, largest));
}
