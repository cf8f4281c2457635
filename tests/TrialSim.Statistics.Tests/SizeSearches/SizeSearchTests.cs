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
            Assert.Equal(AnswerStanding.AsExactAsAsked, found.Standing);
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

    // Replicates go where they decide. That nine of ten do is a choice of ours, no theorem: bracketing may take few thousand of the hundreds of thousands that ±1 % takes.
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
        int holds = 0;
        for (ulong seed = 1; seed <= 100; seed++)
        {
            (SearchStep end, _) = new KnownTrial(seed, KnownTrial.Share(size => power[size - 40])).Search(plan);
            SearchStep.Found found = Assert.IsType<SearchStep.Found>(end);
            Assert.InRange(found.Answer, 47, 49);
            holds += found.Interval.Lowest <= 48 && 48 <= found.Interval.Highest ? 1 : 0;
        }

        Assert.InRange(holds, 82, 100); // Fewer of 100 intervals of 95 % hold it but once in a million (R: qbinom(1e-6, 100, .95) is 82).
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
        int unfinished = 0;
        for (ulong seed = 1; seed <= 10; seed++)
        {
            SearchPlan plan = new([Power80], 1, 300, 170, 0.03, 40_000);
            (SearchStep end, _) = new KnownTrial(seed, KnownTrial.Share(size => size > 250 ? 0.0 : KnownTrial.Power(drift)(size).Item1)).Search(plan);
            unfinished += end is SearchStep.Unfinished ? 1 : 0;
            Assert.True(isReached ? end is SearchStep.Found { Answer: > 180 and < 220 } : end is SearchStep.NotReached { Nearest: > 200 and <= 250 } or SearchStep.Unfinished, $"{end}");
        }

        Assert.InRange(unfinished, 0, isReached ? 0 : 2); // A pilot that is above by luck may take all there is to be found out.
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

        Assert.Equal(AnswerStanding.BudgetSpent, Assert.IsType<SearchStep.Found>(end).Standing);
        Assert.InRange(history.Sum(evaluation => evaluation.Replicates), 5_000, SearchPlan.LeastBudget);
    }

    // Curves that make a search spend much: a narrow interval, a saw, a leap, a width without much error, a top that is hard to see, and three targets at once.
    [Fact, Trait("Source", "Property")]
    public void Search_AnyTargets_StaysWithinItsBudget()
    {
        SizeTarget width = new(0.5, TargetSide.AtMost, CurveScale.Number);
        SizeTarget duration = new(48.0, TargetSide.AtMost, CurveScale.Number);
        (SizeTarget[] Targets, Func<long, (double, double?)>[] Curves)[] searches =
        [
            ([Power80], [KnownTrial.Power(DriftOfOne)]),
            ([Power80], [KnownTrial.Share(size => size % 3 == 0 ? 0.78 : KnownTrial.Power(DriftOfOne)(size).Item1)]),
            ([Power80], [KnownTrial.Share(size => size < 690 ? 0.05 : 0.9)]),
            ([Power80], [KnownTrial.Share(size => 0.8 - (1e-6 * (size - 200) * (size - 200)))]),
            ([width], [KnownTrial.Mean(size => 10.0 / Math.Sqrt(size + 1.0), 5.0)]),
            ([Power80, duration, width], [KnownTrial.Power(DriftOfOne), KnownTrial.Mean(size => 10.0 + (size / 10.0), 20.0), KnownTrial.Mean(size => 10.0 / Math.Sqrt(size + 1.0), 1.0)]),
        ];
        foreach (long budget in new long[] { 2_000, SearchPlan.LeastBudget, 40_000 })
        {
            foreach ((SizeTarget[] targets, Func<long, (double, double?)>[] curves) in searches)
            {
                for (ulong seed = 1; seed <= 15; seed++)
                {
                    SearchPlan plan = new([.. targets], 2, 1000, 60, 0.002, budget);
                    (_, List<SearchEvaluation> history) = new KnownTrial(seed, curves).Search(plan);
                    Assert.InRange(history.Sum(evaluation => evaluation.Replicates), 1, budget);
                }
            }
        }
    }

    // Of 2,000 replicates eight sizes can be looked at before the confirmation's are touched; from 2 upwards that does not lead to 100,000.
    [Fact, Trait("Source", "ByHand")]
    public void Search_BudgetThatEndsBeforeBothSidesAreFound_IsUnfinished()
    {
        SearchPlan plan = new([Power80], 2, 1_000_000, 2, 0.01, 2_000);
        (SearchStep end, _) = new KnownTrial(3, KnownTrial.Share(size => size < 500_000 ? 0.05 : 0.9)).Search(plan);

        Assert.Equal(new SearchStep.Unfinished(0), end);
    }

    // A duration that has no error and is the bound itself at 90: 0 over 0 is no contradiction.
    [Fact, Trait("Source", "ByHand")]
    public void Search_MeanWithoutErrorAtItsBound_IsMet()
    {
        SearchPlan plan = new([new SizeTarget(90.0, TargetSide.AtLeast, CurveScale.Number)], 2, 1000, 60, SearchPlan.UsualAccuracy, SearchPlan.UsualBudget);
        (SearchStep end, _) = new KnownTrial(3, KnownTrial.Mean(size => size, 0.0)).Search(plan);

        Assert.Equal((90, AnswerStanding.AsExactAsAsked), (Assert.IsType<SearchStep.Found>(end).Answer, ((SearchStep.Found)end).Standing));
    }

    // Only about 360 patients are ever in: the power is .77 from there on. Whether an interval as wide as can be is asked for or a narrow one, no noise is an answer.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(1e-300)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    public void Search_PowerThatIsFlatBelowTheTarget_HasNoAnswer(double accuracy)
    {
        double drift = (Normal.Quantile(0.975) + Normal.Quantile(0.77)) / Math.Sqrt(360.0);
        int answered = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            SearchPlan plan = new([Power80], 2, 10_000, 300, accuracy, SearchPlan.LeastBudget);
            (SearchStep end, _) = new KnownTrial(seed, KnownTrial.Share(size => KnownTrial.Power(drift)(Math.Min(size, 360)).Item1)).Search(plan);
            answered += end is SearchStep.Found ? 1 : 0;
        }

        Assert.InRange(answered, 0, 3); // Of searches that were each wrong with 2.5 %, more than 3 of 40 would be so in 2 of 100 sets (R: pbinom(3, 40, .025, lower = FALSE) is .018).
    }

    // As README's example: the top is .79, at 256 of which the events just come; further on they do not.
    [Fact, Trait("Source", "ByHand")]
    public void Search_TopShortOfTheTarget_HasNoAnswer()
    {
        double drift = (Normal.Quantile(0.975) + Normal.Quantile(0.79)) / Math.Sqrt(256.0);
        int answered = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            SearchPlan plan = new([Power80], 1, 300, 220, 0.05, 20_000);
            (SearchStep end, _) = new KnownTrial(seed, KnownTrial.Share(size => size > 256 ? Math.Max(0.0, 0.79 - (0.03 * (size - 256))) : KnownTrial.Power(drift)(size).Item1)).Search(plan);
            answered += end is SearchStep.Found ? 1 : 0;
        }

        Assert.InRange(answered, 0, 3);
    }

    [Fact, Trait("Source", "Property")]
    public void Search_AnAnswer_HoldsItsEstimateAndIsNotContradicted()
    {
        int refused = 0;
        for (ulong seed = 1; seed <= 100; seed++)
        {
            SearchPlan plan = new([Power80], 2, 10_000, 107, 0.2, SearchPlan.LeastBudget);
            (SearchStep end, List<SearchEvaluation> history) = new KnownTrial(seed, KnownTrial.Power(DriftOfOne)).Search(plan);
            if (end is not SearchStep.Found found)
            {
                refused++;
                continue;
            }

            Crossing crossing = Assert.Single(found.Crossings);
            SearchFigure confirmed = history.Last(evaluation => evaluation.Purpose == SearchPurpose.Confirm && evaluation.Size == found.Answer).Figures[0]!.Value;
            Assert.InRange(crossing.Size, crossing.Interval!.Value.Lower, crossing.Interval.Value.Upper);
            Assert.True(confirmed.Value >= 0.8 - (1.96 * confirmed.StandardError), $"seed {seed}: {confirmed}");
        }

        Assert.InRange(refused, 0, 8); // The confirmation's chance refuses 2.5 %, and about 4 % with the answer's own error; more than 8 of 100 come in 2 of 100 sets (R: pbinom(8, 100, .04, lower = FALSE) is .019).
    }

    private static SearchStep Joined(double most)
    {
        SearchPlan plan = new([Power80, new SizeTarget(most, TargetSide.AtMost, CurveScale.Number)], 2, 10_000, 60, SearchPlan.UsualAccuracy, SearchPlan.UsualBudget);
        return new KnownTrial(3, KnownTrial.Power(DriftOfOne), KnownTrial.Mean(size => 10.0 + (size / 10.0), 1.0)).Search(plan).End;
    }
}
