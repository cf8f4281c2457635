using TrialSim.Statistics.Probability;
using TrialSim.Statistics.SizeSearches;
using Xunit;

namespace TrialSim.Statistics.Tests.SizeSearches;

/// <summary>Searches on curves that are known.</summary>
public sealed class SizeSearchTests
{
    // (1.959964 + 0.841621)²/173.3 is the squared drift of a size of 1 that needs 173.3 for a power of .8.
    private const double Root = 173.3;
    private static readonly double DriftOfOne = (Normal.Quantile(0.975) + Normal.Quantile(0.8)) / Math.Sqrt(Root);
    private static readonly SizeTarget Power80 = new(0.8, TargetSide.AtLeast, CurveScale.Share);

    // 400 searches: an interval that holds the truth in 95 % of them does so in 357 to 396 of 400 but once in a million (qbinom(c(5e-7, 1 - 5e-7), 400, .95) is 356 and 397).
    [Fact, Trait("Source", "Theory")]
    public void Search_PowerOfADrift_IntervalHoldsTheTruthAsOftenAsItSays()
    {
        int holds = 0;
        double sum = 0.0;
        double mostSpent = 0.0;
        for (ulong seed = 1; seed <= 400; seed++)
        {
            SearchPlan plan = new([Power80], 2, 10_000, 107, 0.03, 100_000);
            (SearchStep end, List<SearchEvaluation> history) = new KnownTrial(seed, KnownTrial.Power(DriftOfOne)).Search(plan);
            SearchStep.Found found = Assert.IsType<SearchStep.Found>(end);
            Interval interval = Assert.Single(found.Crossings).Interval!.Value;
            holds += interval.Lower <= Root && Root <= interval.Upper ? 1 : 0;
            sum += found.Crossings[0].Size;
            mostSpent = Math.Max(mostSpent, history.Sum(evaluation => evaluation.Replicates));
            Assert.Equal(Accuracy.Reached, found.Accuracy);
            Assert.InRange(0.5 * (interval.Upper - interval.Lower), 0.0, 0.03 * found.Crossings[0].Size);
            Assert.InRange(found.Answer, found.Interval.Lowest, found.Interval.Highest);
        }

        Assert.InRange(holds, 356, 397);
        Assert.InRange(sum / 400, Root - 0.7, Root + 0.7); // Standard error of the mean is .13; curvature of the line is not seen.
        Assert.InRange(mostSpent, 0, 60_000);
    }

    [Theory, Trait("Source", "Theory")]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(174)]
    [InlineData(2_000)]
    [InlineData(10_000)]
    public void Search_FromAnyStart_FindsTheSameSize(long start)
    {
        SearchPlan plan = new([Power80], 2, 10_000, start, SearchPlan.UsualAccuracy, SearchPlan.UsualBudget);
        (SearchStep end, List<SearchEvaluation> history) = new KnownTrial(5, KnownTrial.Power(DriftOfOne)).Search(plan);
        SearchStep.Found found = Assert.IsType<SearchStep.Found>(end);

        Assert.InRange(found.Answer, 169, 178); // 174 within 5 standard errors of .9.
        Assert.InRange(history.Count(evaluation => evaluation.Purpose == SearchPurpose.Bracket), 2, 8);
        SearchEvaluation[] confirmed = [.. history.Where(evaluation => evaluation.Purpose == SearchPurpose.Confirm)];
        Assert.Equal([found.Answer, found.Answer - 1], confirmed.Select(evaluation => evaluation.Size));
    }

    // Replicates that go where they decide: as many of one size could not tell 173 from 2 % more of it with fewer than 25,000, and the search has its interval of ±3 % with about 20,000 in all.
    [Fact, Trait("Source", "Theory")]
    public void Search_Replicates_AreSpentNearTheAnswer()
    {
        SearchPlan plan = new([Power80], 2, 10_000, 20, SearchPlan.UsualAccuracy, SearchPlan.UsualBudget);
        (_, List<SearchEvaluation> history) = new KnownTrial(11, KnownTrial.Power(DriftOfOne)).Search(plan);

        long all = history.Sum(evaluation => evaluation.Replicates);
        long near = history.Where(evaluation => Math.Abs(evaluation.Size - Root) < 0.15 * Root).Sum(evaluation => evaluation.Replicates);
        Assert.True(near > 0.9 * all, $"{near} of {all}");
    }

    [Fact, Trait("Source", "Theory")]
    public void Search_ShareThatDoesNotChange_IsIndifferent()
    {
        SearchPlan plan = new([Power80], 2, 10_000, 107, SearchPlan.UsualAccuracy, SearchPlan.UsualBudget);
        (SearchStep end, List<SearchEvaluation> history) = new KnownTrial(3, KnownTrial.Share(_ => 0.05)).Search(plan);

        Assert.Equal(new SearchStep.Indifferent(0), end);
        Assert.InRange(history.Sum(evaluation => evaluation.Replicates), 0, 40_000);
    }

    [Fact, Trait("Source", "Theory")]
    public void Search_PowerThatStaysBelow_IsNotReached()
    {
        SearchPlan plan = new([Power80], 2, 100, 50, SearchPlan.UsualAccuracy, SearchPlan.UsualBudget);
        (SearchStep end, _) = new KnownTrial(3, KnownTrial.Power(DriftOfOne)).Search(plan);

        Assert.Equal(100, Assert.IsType<SearchStep.NotReached>(end).Nearest);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Search_MetBySmallest_AnswersTheSmallest()
    {
        SearchPlan plan = new([Power80], 400, 1000, 700, SearchPlan.UsualAccuracy, SearchPlan.UsualBudget);
        (SearchStep end, _) = new KnownTrial(3, KnownTrial.Power(DriftOfOne)).Search(plan);
        SearchStep.Found found = Assert.IsType<SearchStep.Found>(end);

        Assert.Equal((400, (400L, 400L), -1), (found.Answer, found.Interval, found.Deciding));
    }

    // A width of 10/√n is 0.5 at 400.
    [Fact, Trait("Source", "Theory")]
    public void Search_WidthOfAnInterval_IsFoundOnTheLogScale()
    {
        SearchPlan plan = new([new SizeTarget(0.5, TargetSide.AtMost, CurveScale.Number)], 2, 10_000, 30, SearchPlan.UsualAccuracy, SearchPlan.UsualBudget);
        (SearchStep end, _) = new KnownTrial(3, KnownTrial.Mean(size => 10.0 / Math.Sqrt(size), 0.05)).Search(plan);
        SearchStep.Found found = Assert.IsType<SearchStep.Found>(end);

        Assert.InRange(found.Answer, 391, 409); // 4.5 times the half width that was asked for, which is 2 standard errors.
        Assert.Equal(CrossingSide.FromHere, Assert.Single(found.Crossings).Side);
    }

    // Power needs 173.3; a duration of 10 + n/10 months is 48 at 380, and 26 at 160.
    [Fact, Trait("Source", "Theory")]
    public void Search_JoinedTargets_AnswersTheSmallestThatMeetsBoth()
    {
        SearchStep end = Joined(48.0);
        SearchStep.Found found = Assert.IsType<SearchStep.Found>(end);

        Assert.Equal(0, found.Deciding);
        Assert.InRange(found.Answer, 169, 178);
    }

    [Fact, Trait("Source", "Theory")]
    public void Search_TargetsThatExcludeEachOther_NamesBoth()
    {
        SearchStep.Excluding excluding = Assert.IsType<SearchStep.Excluding>(Joined(26.0));

        Assert.Equal((0, 1), (excluding.From.Target, excluding.UpTo.Target));
        Assert.InRange(excluding.From.Size, 165, 181);
        Assert.InRange(excluding.UpTo.Size, 155, 165);
    }

    // The exact power of Pearson's test of .60 against .85 with two-sided alpha .05 is a saw: .7931, .8043 and .8090 at 47, 48 and 49 an arm (R, the sum over dbinom), .7839 and .7814 at 45 and 46.
    [Fact, Trait("Source", "AgainstR")]
    public void Search_PowerThatIsASaw_FindsItsCrossing()
    {
        double[] power = [0.7230, 0.7361, 0.7487, 0.7610, 0.7728, 0.7839, 0.7814, 0.7931, 0.8043, 0.8090, 0.8186, 0.8277, 0.8365, 0.8449, 0.8435, 0.8516, 0.8592];
        SearchPlan plan = new([Power80], 40, 56, 44, SearchPlan.UsualAccuracy, SearchPlan.UsualBudget);
        for (ulong seed = 1; seed <= 20; seed++)
        {
            (SearchStep end, _) = new KnownTrial(seed, KnownTrial.Share(size => power[size - 40])).Search(plan);
            SearchStep.Found found = Assert.IsType<SearchStep.Found>(end);
            Assert.InRange(found.Answer, 47, 49);
            Assert.True(found.Interval.Lowest <= 48 && 48 <= found.Interval.Highest);
        }
    }

    // A trial whose look does not take place with fewer than 690: its power leaps from .05 to .9, and a line through 500 and 800 knows nothing of it.
    [Fact, Trait("Source", "ByHand")]
    public void Search_PowerThatLeaps_FindsTheLeap()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            SearchPlan plan = new([Power80], 2, 10_000, 800, 0.1, SearchPlan.LeastBudget);
            (SearchStep end, _) = new KnownTrial(seed, KnownTrial.Share(size => size < 690 ? 0.05 : 0.9)).Search(plan);
            SearchStep.Found found = Assert.IsType<SearchStep.Found>(end);
            Assert.InRange(found.Answer, 690, 760);
        }
    }

    // Events of 300 patients: the power rises until fewer come than the look waits for. The top, at 250, is .89; with a drift that gives .8 only at 280 the target is never reached.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(200.0, true)]
    [InlineData(280.0, false)]
    public void Search_PowerThatFallsOffACliff_IsSearchedBeforeIt(double root, bool isReached)
    {
        double drift = (Normal.Quantile(0.975) + Normal.Quantile(0.8)) / Math.Sqrt(root);
        for (ulong seed = 1; seed <= 10; seed++)
        {
            SearchPlan plan = new([Power80], 1, 300, 170, 0.03, 40_000);
            (SearchStep end, _) = new KnownTrial(seed, KnownTrial.Share(size => size > 250 ? 0.0 : KnownTrial.Power(drift)(size).Item1)).Search(plan);
            Assert.True(isReached ? end is SearchStep.Found { Answer: > 180 and < 220 } : end is SearchStep.NotReached { Nearest: > 200 and <= 250 }, $"{end}");
        }
    }

    // A duration that no replicate of 400 or more knows, because its events never come.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(48.0)]
    [InlineData(26.0)]
    public void Search_CharacteristicThatIsSilentFromASizeOn_IsJudgedWhereItSpeaks(double most)
    {
        SearchPlan plan = new([Power80, new SizeTarget(most, TargetSide.AtMost, CurveScale.Number)], 2, 10_000, 100, SearchPlan.UsualAccuracy, SearchPlan.UsualBudget);
        (SearchStep end, _) = new KnownTrial(3, KnownTrial.Power(DriftOfOne), KnownTrial.Mean(size => size < 400 ? 10.0 + (size / 10.0) : double.NaN, 1.0)).Search(plan);

        Assert.Equal(most == 48.0, end is SearchStep.Found { Answer: > 168 and < 179 });
        Assert.Equal(most == 26.0, end is SearchStep.Excluding);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Search_BudgetTooSmall_SaysThatItWasSpent()
    {
        SearchPlan plan = new([Power80], 2, 10_000, 107, 0.002, SearchPlan.LeastBudget);
        (SearchStep end, List<SearchEvaluation> history) = new KnownTrial(3, KnownTrial.Power(DriftOfOne)).Search(plan);

        Assert.Equal(Accuracy.BudgetSpent, Assert.IsType<SearchStep.Found>(end).Accuracy);
        Assert.InRange(history.Sum(evaluation => evaluation.Replicates), 5_000, SearchPlan.LeastBudget);
    }

    private static SearchStep Joined(double most)
    {
        SearchPlan plan = new([Power80, new SizeTarget(most, TargetSide.AtMost, CurveScale.Number)], 2, 10_000, 60, SearchPlan.UsualAccuracy, SearchPlan.UsualBudget);
        return new KnownTrial(3, KnownTrial.Power(DriftOfOne), KnownTrial.Mean(size => 10.0 + (size / 10.0), 1.0)).Search(plan).End;
    }
}
