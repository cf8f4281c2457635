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
            rows.Add(new RowKey(look, endpoint, RowKey.None, arm, RowKey.None, RowMeasure.Count));
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
                rows.Add(new RowKey(look, endpoint, index, logRank.Compare.Experimental, logRank.Compare.Control, RowMeasure.LogRank));
                break;
            case MaxComboAnalysis maxCombo:
                rows.Add(new RowKey(look, endpoint, index, maxCombo.Compare.Experimental, maxCombo.Compare.Control, RowMeasure.MaxCombo));
                break;
            case GlobalLogRankAnalysis:
                rows.Add(new RowKey(look, endpoint, index, RowKey.None, RowKey.None, RowMeasure.GlobalLogRank));
                break;
            case TrendAnalysis:
                rows.Add(new RowKey(look, endpoint, index, RowKey.None, RowKey.None, RowMeasure.Trend));
                break;
            case CoxAnalysis cox:
                rows.Add(new RowKey(look, endpoint, index, cox.Compare.Experimental, cox.Compare.Control, RowMeasure.HazardRatio));
                break;
            case KaplanMeierMedianAnalysis median:
                rows.AddRange(median.Arms.Select(arm => new RowKey(look, endpoint, index, arm, RowKey.None, RowMeasure.Median)));
                if (isSeenLater)
                {
                    rows.AddRange(median.Arms.Select(arm => new RowKey(look, endpoint, index, arm, RowKey.None, RowMeasure.TrueMedian)));
                }

                break;
            case MilestoneAnalysis milestone:
                rows.AddRange(milestone.Arms.Select(arm => new RowKey(look, endpoint, index, arm, RowKey.None, RowMeasure.Survival)));
                rows.AddRange(milestone.Compare.Select(pair =>
                    new RowKey(look, endpoint, index, pair.Experimental, pair.Control, RowMeasure.SurvivalDifference)));
                break;
            case MedianFollowUpAnalysis followUp:
                rows.AddRange(followUp.Arms.Select(arm => new RowKey(look, endpoint, index, arm, RowKey.None, RowMeasure.MedianFollowUp)));
                break;
            case RestrictedMeanAnalysis mean:
                rows.AddRange(mean.Arms.Select(arm => new RowKey(look, endpoint, index, arm, RowKey.None, RowMeasure.RestrictedMean)));
                rows.AddRange(mean.Compare.Select(pair => new RowKey(
                    look,
                    endpoint,
                    index,
                    pair.Experimental,
                    pair.Control,
                    mean.Contrast == RestrictedMeanContrast.Ratio ? RowMeasure.RestrictedMeanRatio : RowMeasure.RestrictedMeanDifference)));
                break;
            default:
                throw new InvalidOperationException($"No rows for {analysis.GetType().Name}.");
        }
    }
}
