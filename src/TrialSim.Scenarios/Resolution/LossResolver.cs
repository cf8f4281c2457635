using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Loss to follow-up.</summary>
internal static class LossResolver
{
    private const string Forms = "Write probability and by together, or hazard alone.";

    /// <summary>Nobody is lost.</summary>
    public static ResolvedLoss Nobody { get; } = new(OrNone<LossDocument>.None, HazardResolver.Never);

    /// <summary>The loss; nobody's, with the reason reported, when what was written makes none.</summary>
    public static ResolvedLoss Resolve(OrNone<LossDocument>? written, DocumentPath path, ResolutionContext context)
    {
        if (written?.Value is not { } document)
        {
            return Nobody;
        }

        if (document.Hazard is not null && (document.Probability is not null || document.By is not null))
        {
            context.Problems.Error(path, $"probability and by cannot stand beside hazard. {Forms}");
        }

        if (document.Hazard is not null)
        {
            ResolvedHazard? hazard = new HazardResolver(context).Resolve(document.Hazard, path.Key("hazard"));
            return hazard is null ? Nobody : new ResolvedLoss(new(new LossDocument { Hazard = hazard.ToDocument() }), hazard);
        }

        if (document.Probability is not { } probability || document.By is not { } by)
        {
            if (!context.Problems.HasErrorIn(path))
            {
                string missing = document.Probability is null && document.By is null ? "Nothing is said about the loss."
                    : document.By is null ? "The key 'by' is missing." : "The key 'probability' is missing.";
                context.Problems.Error(path, $"{missing} {Forms}");
            }

            return Nobody;
        }

        Hazard constant = probability == 0.0 ? new NoHazard() : ExponentialHazard.Through(new SurvivalPoint(by.Days, 1.0 - probability));
        return new ResolvedLoss(written, new ResolvedHazard.Single(OrNone<HazardDocument>.None, constant));
    }
}
