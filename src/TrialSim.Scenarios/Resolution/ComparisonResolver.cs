using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Which two arms an analysis compares.</summary>
internal sealed class ComparisonResolver(ResolutionContext context, ImmutableArray<ArmRole> roles)
{
    private const string Pairs = "[experimental arm, control arm]";

    /// <summary>The pair written, or none.</summary>
    public ImmutableArray<Pair> Optional(OrNone<Listed<string>>? written, DocumentPath path) =>
        written?.Value is null ? [] : ResolvePair(written.Value, path.Key("compare"));

    /// <summary>The pair written, or the only one there can be; none, with the reason reported, otherwise.</summary>
    public ImmutableArray<Pair> Required(OrNone<Listed<string>>? written, AnalysisMethod method, DocumentPath path)
    {
        DocumentPath place = path.Key("compare");
        if (written is not null)
        {
            if (written.Value is null)
            {
                context.Problems.Error(place, $"A {Words.Of(method)} analysis compares two arms. Write {Pairs}.");
                return [];
            }

            return ResolvePair(written.Value, place);
        }

        ImmutableArray<Reference> all = context.Arms.All;
        ImmutableArray<Reference> controls = [.. all.Where(arm => roles[arm.Index] == ArmRole.Control)];
        if (all.Length == 2 && controls.Length == 1)
        {
            return [new Pair(all[1 - controls[0].Index], controls[0])];
        }

        if (!all.IsEmpty && !context.Problems.HasErrorIn(place))
        {
            context.Problems.Error(path, $"The key 'compare' is missing; only of two arms one of which is the control is it known. Write compare: {Pairs}.");
        }

        return [];
    }

    private ImmutableArray<Pair> ResolvePair(Listed<string> written, DocumentPath path)
    {
        if (written.Items is [string same, string other] && same == other)
        {
            context.Problems.Error(path, $"'{same}' is compared with itself. Write two different arms: {Pairs}.");
            return [];
        }

        ImmutableArray<Reference> arms = context.Arms.FindAll(written, path);
        if (arms.Length != 2 || written.Items.Length != 2)
        {
            return [];
        }

        if (roles[arms[0].Index] == ArmRole.Control && roles[arms[1].Index] == ArmRole.Experimental)
        {
            context.Problems.Error(
                path,
                $"'{arms[0].Name}' stands in the place of the experimental arm, and its role is control. Write [{arms[1].Name}, {arms[0].Name}].");
        }

        return [new Pair(arms[0], arms[1])];
    }
}
