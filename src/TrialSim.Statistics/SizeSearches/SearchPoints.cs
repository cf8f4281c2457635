using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.SizeSearches;

/// <summary>What a search has learned of one target's characteristic, size by size.</summary>
internal sealed class SearchPoints
{
    private const double LackOfFitAllowed = 1e-3;
    private const double Window = 1.5;
    private const double UsualReach = 0.1;

    private readonly int _target;
    private readonly SizeTarget _wanted;
    private readonly (long Size, SearchFigure Figure)[] _points;
    private readonly long[] _silent;

    /// <summary>Sums up what the search has evaluated; confirmations have no part in it.</summary>
    /// <param name="target">Index of the target.</param>
    /// <param name="wanted">The target.</param>
    /// <param name="history">All evaluations, of which one or more say something of it.</param>
    public SearchPoints(int target, SizeTarget wanted, IEnumerable<SearchEvaluation> history)
    {
        _target = target;
        _wanted = wanted;
        _points =
        [
            .. history.Where(evaluation => evaluation.Purpose != SearchPurpose.Confirm && evaluation.Figures[target] is not null).GroupBy(evaluation => evaluation.Size).OrderBy(group => group.Key)
                .Select(group => (group.Key, group.Select(evaluation => evaluation.Figures[target]!.Value).Aggregate((sum, more) => sum.With(more)))),
        ];
        _silent = [.. history.Where(evaluation => evaluation.Figures[target] is null).Select(evaluation => evaluation.Size)];
    }

    /// <summary>The smallest size of which replicates say something.</summary>
    public long Smallest => _points[0].Size;

    /// <summary>The largest.</summary>
    public long Largest => _points[^1].Size;

    /// <summary>The smallest size at which there is something to be learned, as far as is known.</summary>
    public long LowestOf(SearchPlan plan) => _silent.Any(size => size < Smallest) ? Smallest : plan.Lowest;

    /// <summary>The largest.</summary>
    public long HighestOf(SearchPlan plan) => _silent.Any(size => size > Largest) ? Largest : plan.Highest;

    /// <summary>Whether the target is met at each size that was looked at.</summary>
    public bool IsMetEverywhere => _points.All(point => _wanted.IsMet(point.Figure.Value));

    /// <summary>The size that came nearest to the target.</summary>
    public long Nearest => _points.MaxBy(point => _wanted.Margin(point.Figure.Value)).Size;

    /// <summary>Replicates of a size that was looked at.</summary>
    public long ReplicatesAt(long size) => FigureAt(size).Replicates;

    /// <summary>By how many standard errors such a size falls short of the target.</summary>
    public double ErrorsShortAt(long size) => -_wanted.Margin(FigureAt(size).Value) / Math.Max(ErrorOf(FigureAt(size)), double.Epsilon);

    /// <summary>1 where the target comes nearer with the size, −1 where it goes farther, 0 where replicates do not tell.</summary>
    public int Direction
    {
        get
        {
            double error = double.Hypot(ErrorOf(_points[0].Figure), ErrorOf(_points[^1].Figure));
            double gain = _wanted.Margin(_points[^1].Figure.Value) - _wanted.Margin(_points[0].Figure.Value);
            return Math.Abs(gain) > SearchPlan.Significant * error ? Math.Sign(gain) : 0;
        }
    }

    /// <summary>
    /// The size nearest to the target, and the gaps on both sides between sizes that may be as near and the first that are farther: a power that rises until events no longer come has such a top. Null where
    /// there is none.
    /// </summary>
    public SearchTop? Top
    {
        get
        {
            int top = Enumerable.Range(0, _points.Length).MaxBy(index => _wanted.Margin(_points[index].Figure.Value));
            int before = Array.FindLastIndex(_points, top, IsFarther);
            int after = Array.FindIndex(_points, top, IsFarther);
            return before >= 0 && after >= 0 ? new SearchTop(_points[top].Size, (_points[before].Size, _points[before + 1].Size), (_points[after - 1].Size, _points[after].Size)) : null;

            bool IsFarther((long Size, SearchFigure Figure) other) =>
                _wanted.Margin(_points[top].Figure.Value) - _wanted.Margin(other.Figure.Value) > SearchPlan.Significant * double.Hypot(ErrorOf(_points[top].Figure), ErrorOf(other.Figure));
        }
    }

    /// <summary>About how many times larger a size than one of the ends would meet the target, below 1 for smaller; only ever a guess.</summary>
    public double FactorFrom(long size)
    {
        SearchFigure figure = FigureAt(size);
        if (_wanted.Scale == CurveScale.Number)
        {
            return 2.0;
        }

        double share = Math.Clamp(figure.Value, 0.5 / figure.Replicates, 1.0 - (0.5 / figure.Replicates));
        double drift = Math.Max(Normal.Quantile(share) + LocalFit.Z975, 0.3);
        double wanted = Math.Max(Normal.Quantile(_wanted.Bound) + LocalFit.Z975, 0.3);
        return wanted / drift * (wanted / drift);
    }

    /// <summary>Where the characteristic passes its bound; null where it does not within what was looked at.</summary>
    public Crossing? Crossing()
    {
        long[] met = [.. _points.Where(point => _wanted.IsMet(point.Figure.Value)).Select(point => point.Size)];
        long[] unmet = [.. _points.Where(point => !_wanted.IsMet(point.Figure.Value)).Select(point => point.Size)];
        if (met.Length == 0 || unmet.Length == 0)
        {
            return null;
        }

        CrossingSide side = unmet[0] == Smallest || met[^1] == Largest ? CrossingSide.FromHere : CrossingSide.UpToHere;
        double guess = side == CrossingSide.FromHere ? 0.5 * (unmet.Where(size => size < met[^1]).DefaultIfEmpty(unmet[0]).Max() + met[0]) : 0.5 * (met[^1] + unmet[0]);
        (LocalFit wide, _) = Fit(guess);
        (LocalFit fit, double reach) = Fit(Math.Clamp(wide.SizeOf(_wanted.Bound), Smallest, Largest));
        (long Size, SearchFigure Figure)[] slope = Slope();
        double size = Math.Clamp(fit.SizeOf(_wanted.Bound), slope[0].Size, slope[^1].Size);
        Interval? interval = fit.IntervalOf(_wanted.Bound) is Interval found && found.Lower <= size && size <= found.Upper ? found : null;
        bool isShown = interval is { Upper: double upper } && (side == CrossingSide.UpToHere || upper <= slope[^1].Size || slope.Any(point => IsClearlyMet(point.Figure)));
        long? fallsFrom = _points.Where(point => point.Size > slope[^1].Size).Select(point => (long?)point.Size).FirstOrDefault();
        return new Crossing(
            _target, side, size, interval, fit, reach, (slope[0].Size, slope[^1].Size), fallsFrom, isShown ? CrossingEvidence.Shown : CrossingEvidence.Chance, NeighboursOf(size, reach));
    }

    private bool IsClearlyMet(SearchFigure figure) => _wanted.Margin(figure.Value) > SearchPlan.Significant * ErrorOf(figure);

    private CrossingNeighbours NeighboursOf(double size, double reach)
    {
        double near = Math.Max(1.5, 2.0 * reach * size);
        return _points.Any(point => point.Size <= size && point.Size >= size - near) && _points.Any(point => point.Size >= size && point.Size <= size + near)
            ? CrossingNeighbours.OnBothSides
            : CrossingNeighbours.Missing;
    }

    /// <summary>Replicates that a line goes by.</summary>
    public long ReplicatesOf(LocalFit fit) => _points.Where(point => fit.Sizes.Contains(point.Size)).Sum(point => point.Figure.Replicates);

    /// <summary>Of two sizes on both sides of a crossing that on whose side there are fewer replicates so near.</summary>
    public long ScarcerSide(double crossing, long below, long above)
    {
        long ReplicatesBetween(double from, double to) => _points.Where(point => point.Size >= from && point.Size <= to).Sum(point => point.Figure.Replicates);
        return ReplicatesBetween(below - (0.5 * (crossing - below)), crossing) <= ReplicatesBetween(crossing, above + (0.5 * (above - crossing))) ? below : above;
    }

    // The line through sizes near a guess; fewer of them where they do not lie on one.
    private (LocalFit Fit, double Reach) Fit(double guess)
    {
        (long Size, SearchFigure Figure)[] slope = Slope();
        List<(long Size, SearchFigure Figure)> near = [.. slope.OrderBy(point => DistanceFrom(guess, point.Size))];
        int inside = near.Count(point => DistanceFrom(guess, point.Size) <= Window);
        near = [.. near.Take(Math.Max(2, inside))];
        if (near.All(point => point.Size <= guess) || near.All(point => point.Size >= guess))
        {
            near = [.. slope.OrderBy(point => DistanceFrom(guess, point.Size))]; // The guess lies at an end of what is known: all that is known has to do.
        }

        LocalFit fit = FitOf(near);
        double reach = UsualReach;
        while (fit.LackOfFit < LackOfFitAllowed && FarthestToSpare(near, guess) is int farthest and >= 0)
        {
            near.RemoveAt(farthest);
            reach = Math.Min(UsualReach, 0.5 * (DistanceFrom(guess, near[^1].Size) - 1.0));
            fit = FitOf(near);
        }

        return (fit, reach);
    }

    // Beyond the best size a characteristic may fall off, as the power of a trial whose events do not come any more: what lies there is of another slope.
    private (long Size, SearchFigure Figure)[] Slope()
    {
        int best = Enumerable.Range(0, _points.Length).MaxBy(index => _wanted.Margin(_points[index].Figure.Value) / Math.Max(ErrorOf(_points[index].Figure), double.Epsilon));
        bool IsUnmet((long Size, SearchFigure Figure) point) => -_wanted.Margin(point.Figure.Value) > SearchPlan.Significant * ErrorOf(point.Figure);
        return _points[..best].Any(IsUnmet) ? [.. _points[..(best + 1)], .. _points[(best + 1)..].TakeWhile(point => !IsUnmet(point))] : _points;
    }

    // Each side of the guess keeps its nearest size. -1 where nothing can be spared.
    private static int FarthestToSpare(List<(long Size, SearchFigure Figure)> nearestFirst, double guess) =>
        nearestFirst.FindLastIndex(point => nearestFirst.Count(other => other.Size <= guess == point.Size <= guess) > 1);

    private SearchFigure FigureAt(long size) => _points.First(point => point.Size == size).Figure;

    private LocalFit FitOf(IEnumerable<(long Size, SearchFigure Figure)> points) => new(_wanted.Scale, _wanted.Bound, [.. points.OrderBy(point => point.Size)]);

    private static double DistanceFrom(double guess, long size) => Math.Max((size + 1.0) / (guess + 1.0), (guess + 1.0) / (size + 1.0));

    private static double ErrorOf(SearchFigure figure) => Math.Max(figure.StandardError, figure.StandardError == 0.0 && figure.Value is 0.0 or 1.0 ? 1.0 / figure.Replicates : 0.0);
}
