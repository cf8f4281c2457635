using System.Collections.Immutable;
using TrialSim.Model.Decisions;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What a decision does.</summary>
internal sealed class DecisionActionResolver(ResolutionContext context, DecisionSubjects subjects, ImmutableArray<Reference> looks)
{
    private static readonly string[] Keys = ["stop", "drop_arms", "keep_best", "reestimate", "reestimate_blinded", "enrol_only", "allocate"];

    private readonly ReestimateResolver _reestimates = new(context, subjects, looks);
    private readonly ArmChoiceResolver _choices = new(context, subjects, looks);

    /// <summary>The action with what is written in full; null, with the reason reported, when what was written makes none.</summary>
    public (DecisionActionDocument Written, DecisionAction Compiled)? Resolve(DecisionActionDocument document, DocumentPath path)
    {
        if (document.Word == DecisionActionDocument.StopAccrualWord)
        {
            return (document, new DecisionAction.StopAccrual());
        }

        if (document.Word is { } word)
        {
            string[] words = [DecisionActionDocument.StopAccrualWord];
            context.Problems.Error(
                path, $"{Advice.Quote(word)} is nothing that a decision does.{Advice.DidYouMean(word, words)} Write {words[0]}, or a mapping with one of {Advice.List(Keys)}.");
            return null;
        }

        string key = Choice.ExactlyOne(document, Keys, path, context.Problems);
        DocumentPath place = path.Key(key);
        return key switch
        {
            "stop" => (document, new DecisionAction.StopTrial(Enum.Parse<StopReason>(document.Stop!.Value.ToString()))),
            "drop_arms" => _choices.Drop(document.DropArms!, place),
            "keep_best" => _choices.Keep(document.KeepBest!, place),
            "reestimate" => _reestimates.Unblinded(document.Reestimate!, place),
            "reestimate_blinded" => _reestimates.Blinded(document.ReestimateBlinded!, place),
            "enrol_only" => EnrolOnly(document, place),
            "allocate" => Allocate(document, place),
            _ => null,
        };
    }

    private (DecisionActionDocument, DecisionAction)? EnrolOnly(DecisionActionDocument document, DocumentPath path)
    {
        if (document.EnrolOnly!.Entries is not [var (name, levels)])
        {
            if (!context.Problems.HasErrorIn(path))
            {
                context.Problems.Error(path, "Levels of several covariates stand here. Write those of one.");
            }

            return null;
        }

        DocumentPath place = path.Key(name);
        if (context.Covariates.Find(name, place) is not { } covariate || levels is null
            || context.LevelsOf(covariate, place, "Name a covariate with levels.") is not { } known)
        {
            return null;
        }

        ImmutableArray<Reference> chosen = known.FindAll(levels, place);
        if (chosen.Length == known.All.Length)
        {
            context.Problems.Error(place, $"All levels of '{name}' stand here, which excludes nobody. Leave one out.");
        }

        return (document, new DecisionAction.EnrolOnly(covariate.Index, [.. chosen.Select(level => level.Index)]));
    }

    private (DecisionActionDocument, DecisionAction)? Allocate(DecisionActionDocument document, DocumentPath path)
    {
        DocumentPath place = path.Key("ratio");
        if (document.Allocate!.Ratio is not { } ratio || context.Problems.HasErrorIn(place))
        {
            return null;
        }

        ImmutableArray<int> places = context.Arms.MatchAll([.. ratio.Names], place, "Write its weight, such as 1, or 0.");
        ImmutableArray<int> weights = [.. places.Select(index => ratio.Entries[index].Value ?? 0)];
        if (!weights.IsEmpty && weights.All(weight => weight == 0))
        {
            context.Problems.Error(place, "All weights are 0, so nobody could be allocated. Write a weight above 0, or then: stop_accrual.");
        }

        return weights.IsEmpty ? null : (document, new DecisionAction.ChangeRatio(weights));
    }
}
