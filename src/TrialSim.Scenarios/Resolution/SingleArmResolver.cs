using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Tests of one arm against what is known.</summary>
internal sealed class SingleArmResolver(ResolutionContext context)
{
    private readonly HazardResolver _hazards = new(context);

    /// <summary>The arm written, or the only one there is; null, with the reason reported, otherwise.</summary>
    public Reference? ArmOf(AnalysisDocument document, DocumentPath path)
    {
        if (document.Arm is not null)
        {
            return context.Arms.Find(document.Arm, path.Key("arm"));
        }

        if (context.Arms.All.Length == 1)
        {
            return context.Arms.All[0];
        }

        if (!context.Arms.All.IsEmpty && !context.Problems.HasErrorIn(path.Key("arm")))
        {
            context.Problems.Error(path, "The key 'arm' is missing; only of a single arm is it known. Write arm: with the arm that is tested.");
        }

        return null;
    }

    /// <summary>An exact test of a share; null, with the reason reported, when what was written makes none.</summary>
    public ResolvedMethod.ExactBinomial? ExactBinomial(AnalysisDocument document, ProportionInterval interval, DocumentPath path)
    {
        Reference? arm = ArmOf(document, path);
        return context.IsMissing(document.NullProbability, "null_probability", "the probability under the null hypothesis, such as null_probability: 0.3", path) || arm is not { } found
            ? null
            : new ResolvedMethod.ExactBinomial(found, document.NullProbability!.Value, document.Confidence ?? Defaults.Confidence, interval);
    }

    /// <summary>A one-sample log-rank test; null, with the reason reported, when what was written makes none.</summary>
    public ResolvedMethod.OneSampleLogRank? LogRank(AnalysisDocument document, DocumentPath path)
    {
        Reference? arm = ArmOf(document, path);
        if (context.IsMissing(document.NullHazard, "null_hazard", "the hazard under the null hypothesis, such as null_hazard: {median: 10mo}", path))
        {
            return null;
        }

        DocumentPath place = path.Key("null_hazard");
        switch (_hazards.Resolve(new OrNone<HazardDocument>(document.NullHazard), place))
        {
            case ResolvedHazard.Single hazard when arm is { } found:
                return new ResolvedMethod.OneSampleLogRank(found, hazard, document.Confidence ?? Defaults.Confidence);
            case not (null or ResolvedHazard.Single):
                context.Problems.Error(place, "A null hazard is one for everybody, without arms, covariates or cured patients. Write its family and figures, or piecewise.");
                return null;
            default:
                return null;
        }
    }
}
