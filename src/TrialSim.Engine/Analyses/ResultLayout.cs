using System.Collections.Immutable;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Analyses;

/// <summary>The rows that each replicate of a design has: by look, within it by endpoint; first the counts of each arm, then the analyses as listed.</summary>
public sealed class ResultLayout
{
    /// <summary>The layout of a design.</summary>
    public ResultLayout(TrialDesign design)
    {
        ImmutableArray<RowKey>.Builder rows = ImmutableArray.CreateBuilder<RowKey>();
        for (int look = 0; look < design.Looks.Length; look++)
        {
            for (int endpoint = 0; endpoint < design.Endpoints.Length; endpoint++)
            {
                AddEndpoint(design, look, endpoint, rows);
            }
        }

        Rows = rows.ToImmutable();
    }

    /// <summary>What each row is about.</summary>
    public ImmutableArray<RowKey> Rows { get; }

    private static void AddEndpoint(TrialDesign design, int look, int endpoint, ImmutableArray<RowKey>.Builder rows)
    {
        if (!design.Analyses.Any(analysis => analysis.Endpoint == endpoint && analysis.Looks.Contains(look)))
        {
            return;
        }

        for (int arm = 0; arm < design.Arms.Length; arm++)
        {
            rows.Add(new RowKey(look, endpoint, RowKey.None, arm, RowKey.None, design.Endpoints[endpoint] is NumericEndpoint ? RowMeasure.Measured : RowMeasure.Count));
        }

        for (int index = 0; index < design.Analyses.Length; index++)
        {
            Analysis analysis = design.Analyses[index];
            if (analysis.Endpoint == endpoint && analysis.Looks.Contains(look))
            {
                AddAnalysis(look, endpoint, index, analysis, design.Endpoints[endpoint] is TimeToEventEndpoint { IsPlain: true, AssessedAt.IsEmpty: false }, rows);
            }
        }
    }

    private static void AddAnalysis(int look, int endpoint, int index, Analysis analysis, bool isSeenLater, ImmutableArray<RowKey>.Builder rows)
    {
        switch (analysis)
        {
            case LogRankAnalysis logRank:
                AddPair(logRank.Compare, RowMeasure.LogRank);
                break;
            case MaxComboAnalysis maxCombo:
                AddPair(maxCombo.Compare, RowMeasure.MaxCombo);
                break;
            case GlobalLogRankAnalysis:
                rows.Add(new RowKey(look, endpoint, index, RowKey.None, RowKey.None, RowMeasure.GlobalLogRank));
                break;
            case TrendAnalysis:
                rows.Add(new RowKey(look, endpoint, index, RowKey.None, RowKey.None, RowMeasure.Trend));
                break;
            case CoxAnalysis cox:
                AddPair(cox.Compare, RowMeasure.HazardRatio);
                break;
            case KaplanMeierMedianAnalysis median:
                AddArms(median.Arms, RowMeasure.Median);
                AddArms(isSeenLater ? median.Arms : [], RowMeasure.TrueMedian);
                break;
            case MilestoneAnalysis milestone:
                AddArms(milestone.Arms, RowMeasure.Survival);
                AddPairs(milestone.Compare, RowMeasure.SurvivalDifference);
                break;
            case MedianFollowUpAnalysis followUp:
                AddArms(followUp.Arms, RowMeasure.MedianFollowUp);
                break;
            case RestrictedMeanAnalysis mean:
                AddArms(mean.Arms, RowMeasure.RestrictedMean);
                AddPairs(mean.Compare, mean.Contrast == RestrictedMeanContrast.Ratio ? RowMeasure.RestrictedMeanRatio : RowMeasure.RestrictedMeanDifference);
                break;
            case CumulativeIncidenceAnalysis incidence:
                AddArms(incidence.Arms, RowMeasure.CumulativeIncidence);
                break;
            case ProportionAnalysis proportion:
                AddArms(proportion.Arms, RowMeasure.Proportion);
                break;
            case ChiSquareAnalysis chiSquare:
                AddPair(chiSquare.Compare, RowMeasure.ProportionDifference);
                break;
            case FisherAnalysis fisher:
                AddPair(fisher.Compare, RowMeasure.ProportionDifference);
                break;
            case MeanAnalysis mean:
                AddArms(mean.Arms, RowMeasure.Mean);
                break;
            case TTestAnalysis test:
                AddPair(test.Compare, RowMeasure.MeanDifference);
                break;
            case ExactBinomialAnalysis exact:
                AddArms([exact.Arm], RowMeasure.ProportionTest);
                break;
            case OneSampleLogRankAnalysis oneSample:
                AddArms([oneSample.Arm], RowMeasure.EventRatio);
                break;
            case PosteriorProbabilityAnalysis posterior:
                AddQuestion(posterior.Question, RowMeasure.PosteriorProbability);
                break;
            case PredictiveProbabilityAnalysis predictive:
                AddQuestion(predictive.Question, RowMeasure.PredictiveProbability);
                break;
            case GroupLogRankAnalysis:
                AddGroup(PatientGroup.WithAgainstWithout, RowMeasure.LogRank);
                break;
            case GroupCoxAnalysis:
                AddGroup(PatientGroup.WithAgainstWithout, RowMeasure.HazardRatio);
                break;
            case GroupMedianAnalysis:
                AddGroup(PatientGroup.With, RowMeasure.Median);
                AddGroup(PatientGroup.Without, RowMeasure.Median);
                break;
            default:
                throw new InvalidOperationException($"No rows for {analysis.GetType().Name}.");
        }

        void AddPair(Comparison pair, RowMeasure measure) => rows.Add(new RowKey(look, endpoint, index, pair.Experimental, pair.Control, measure));

        void AddPairs(ImmutableArray<Comparison> pairs, RowMeasure measure)
        {
            foreach (Comparison pair in pairs)
            {
                AddPair(pair, measure);
            }
        }

        void AddArms(ImmutableArray<int> arms, RowMeasure measure)
        {
            foreach (int arm in arms)
            {
                rows.Add(new RowKey(look, endpoint, index, arm, RowKey.None, measure));
            }
        }

        void AddQuestion(PosteriorQuestion question, RowMeasure measure)
        {
            switch (question)
            {
                case PosteriorQuestion.Share share:
                    AddArms([share.Arm], measure);
                    break;
                case PosteriorQuestion.Median median:
                    AddArms([median.Arm], measure);
                    break;
                case PosteriorQuestion.ShareDifference difference:
                    AddPair(difference.Compare, measure);
                    break;
                case PosteriorQuestion.HazardRatio ratio:
                    AddPair(ratio.Compare, measure);
                    break;
                default:
                    throw new InvalidOperationException($"No rows for {question.GetType().Name}.");
            }
        }

        void AddGroup(PatientGroup group, RowMeasure measure) => rows.Add(new RowKey(look, endpoint, index, RowKey.None, RowKey.None, measure) { Group = group });
    }
}
