using System.Globalization;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>How outcomes change the allocation.</summary>
internal sealed class AdaptationResolver(ResolutionContext context, Named<EndpointDocument>? endpoints)
{
    /// <summary>The allocation with its adaptation, as far as it could be understood.</summary>
    public ResolvedAllocation Resolve(ResolvedAllocation allocation, AllocationDocument document, DocumentPath path)
    {
        RequireWritten(document.Rule is not null, "rule", "Write rule: play_the_winner or bayesian.", path);
        RequireWritten(document.Endpoint is not null, "endpoint", "Write endpoint: with the name of the endpoint that tells how an arm does.", path);
        RequireWritten(document.BurnIn is not null, "burn_in", "Write burn_in: with the number of patients that are allocated first, whatever is known, such as 40.", path);
        double least = document.MinShare ?? Defaults.MinShare;
        double most = 1.0 / Math.Max(1, context.Arms.All.Length);
        if (least > most)
        {
            string shown = most.ToString("0.###", CultureInfo.InvariantCulture);
            context.Problems.Error(path.Key("min_share"), $"{context.Arms.All.Length} arms cannot each have a share of {least.ToString(CultureInfo.InvariantCulture)}. Write at most {shown}.");
        }

        AdaptationRule rule = document.Rule ?? AdaptationRule.PlayTheWinner;
        if (context.Endpoints.Find(document.Endpoint, path.Key("endpoint")) is not { } endpoint)
        {
            return allocation;
        }

        CheckEndpoint(endpoint, rule, path.Key("endpoint"));
        return allocation with
        {
            AdaptationEndpoint = endpoint.Name,
            Adaptation = new ResponseAdaptation(
                rule, endpoint.Index, document.BurnIn ?? 0, document.UpdateEvery ?? Defaults.UpdateEvery, least, document.Exponent ?? Defaults.AdaptationExponent),
        };
    }

    private void RequireWritten(bool isWritten, string key, string advice, DocumentPath path)
    {
        if (!isWritten && !context.Problems.HasErrorIn(path.Key(key)))
        {
            context.Problems.Error(path, $"The key '{key}' is missing. {advice}");
        }
    }

    private void CheckEndpoint(Reference endpoint, AdaptationRule rule, DocumentPath path)
    {
        EndpointDocument? written = endpoints?.Entries[endpoint.Index].Value;
        switch (written?.Kind ?? Defaults.EndpointKind)
        {
            case EndpointKind.TimeToEvent when rule == AdaptationRule.PlayTheWinner:
                context.Problems.Error(path, $"An urn needs successes and failures, and '{endpoint.Name}' is a time to an event. Name a binary endpoint, or write rule: bayesian.");
                break;
            case EndpointKind.Binary when written?.By?.Value is null:
                context.Problems.Error(path, $"'{endpoint.Name}' has no time by which it is known, so that every new patient would be a failure. Write by: with such a time at the endpoint.");
                break;
            case EndpointKind.TimeToEvent or EndpointKind.Binary:
                break;
            default:
                context.Problems.Error(path, $"'{endpoint.Name}' is a number. Name a binary endpoint or a time to an event.");
                break;
        }
    }
}
