using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>States and what changes them.</summary>
internal sealed class StateResolver(ResolutionContext context, ConditionResolver conditions, OccasionResolver occasions)
{
    /// <summary>Sums of probabilities written in decimals are 1 up to this.</summary>
    private const double SumTolerance = 1e-9;

    /// <summary>The state; null where what was written makes none.</summary>
    public ResolvedState? Resolve(Reference state, StateDocument document, DocumentPath path)
    {
        ImmutableArray<string> levels = context.StateLevels[state.Index];
        ReportLevels(levels, path.Key("levels"));
        OrNone<LevelChoiceDocument> starts = document.Starts ?? OrNone<LevelChoiceDocument>.None;
        ResolvedLevels? start = ResolveLevels(starts.Value, state, isChange: false, path.Key("starts"));
        ImmutableArray<Reference> seenAt = context.Visits.FindAll(document.SeenAt?.Value, path.Key("seen_at"));
        (ResolvedChange Change, ChangeDocument Written)?[] changes =
        [
            .. (document.Changes?.Items ?? []).Select((change, i) => change is null ? null : ResolveChange(change, state, i, path.Key("changes")[i])),
        ];
        if (start is null || changes.Contains(null))
        {
            return null;
        }

        if (changes.Length == 0)
        {
            context.Problems.Warning(path, $"Nothing changes '{state.Name}'. Write changes:, or make it a covariate.");
        }

        StateDocument written = new()
        {
            Levels = document.Levels,
            Starts = starts,
            SeenAt = seenAt.IsEmpty ? OrNone<Listed<string>>.None : new OrNone<Listed<string>>(new Listed<string>([.. seenAt.Select(visit => visit.Name)])),
            Changes = new Listed<ChangeDocument>([.. changes.Select(change => change!.Value.Written)]),
            Source = document.Source,
        };
        return new ResolvedState(state.Name, written, levels, start, seenAt, [.. changes.Select(change => change!.Value.Change)]);
    }

    private void ReportLevels(ImmutableArray<string> levels, DocumentPath path)
    {
        for (int i = 0; i < levels.Length; i++)
        {
            if (levels[i] is LevelChoiceDocument.Next or Names.None)
            {
                context.Problems.Error(path[i], $"'{levels[i]}' is a word of the language. Give the level another name.");
            }
            else if (levels.IndexOf(levels[i]) < i)
            {
                context.Problems.Error(path[i], $"'{levels[i]}' is named twice. Remove one of the two.");
            }
        }
    }

    private (ResolvedChange Change, ChangeDocument Written)? ResolveChange(ChangeDocument document, Reference state, int place, DocumentPath path)
    {
        ResolvedCondition condition = conditions.Resolve(document.If, path.Key("if"));
        ResolvedLevels? becomes = document.Becomes is null ? null : ResolveLevels(document.Becomes, state, isChange: true, path.Key("becomes"));
        if (occasions.Resolve(document.At, path.Key("at")) is not { } at || becomes is null)
        {
            return null;
        }

        string text = occasions.TextOf(at);
        return (new ResolvedChange(place, at, text, condition, becomes), document with { At = text, If = document.If ?? ConditionDocument.Always });
    }

    private ResolvedLevels? ResolveLevels(LevelChoiceDocument? document, Reference state, bool isChange, DocumentPath path)
    {
        NameTable levels = context.LevelsOfState(state);
        double[] probabilities = new double[levels.All.Length];
        double next = 0;
        bool isUnderstood = true;
        foreach ((string name, double? probability) in document is null ? [] : Entries(document))
        {
            DocumentPath place = document!.Level is null ? path.Key(name) : path;
            if (isChange && name == LevelChoiceDocument.Next)
            {
                next = probability ?? 0;
            }
            else if (levels.Find(name, place) is { } level)
            {
                probabilities[level.Index] = probability ?? 0;
            }
            else
            {
                isUnderstood = false;
            }
        }

        double sum = probabilities.Sum() + next;
        if (sum > 1 + SumTolerance)
        {
            context.Problems.Error(
                path,
                string.Create(CultureInfo.InvariantCulture, $"The probabilities sum to {Math.Round(sum, 10)}. Write probabilities that sum to 1 at most; the rest is that {(isChange ? "it stays as it is" : "there is no level yet")}."));
        }

        return isUnderstood ? new ResolvedLevels(WholeUpTo(SumTolerance, probabilities, next), next) : null;
    }

    private static ImmutableArray<KeyValuePair<string, double?>> Entries(LevelChoiceDocument document) =>
        document.Level is { } level ? [KeyValuePair.Create<string, double?>(level, 1)] : document.Levels?.Entries ?? [];

    // What is written to sum to 1 leaves nothing, not even the last bits of decimals.
    private static ImmutableArray<double> WholeUpTo(double tolerance, double[] probabilities, double next)
    {
        int last = Array.FindLastIndex(probabilities, probability => probability > 0);
        if (next == 0 && last >= 0 && Math.Abs(probabilities.Sum() - 1) <= tolerance)
        {
            probabilities[last] = 1 - probabilities[..last].Sum();
        }

        return [.. probabilities];
    }
}
