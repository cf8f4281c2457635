using System.Collections.Immutable;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What there is to the occurrences of an event: whether it recurs, grades, how long it lasts, causes, and what it is called.</summary>
internal sealed class OccurrenceResolver(ResolutionContext context)
{
    private static readonly Named<double?> NoShares = new(ImmutableArray<KeyValuePair<string, double?>>.Empty);

    /// <summary>The event with it.</summary>
    public ResolvedEvent Resolve(ResolvedEvent resolved, EventDocument document, DocumentPath path)
    {
        ReportFatal(resolved, document, path);
        ReportUseless(resolved, document, path);
        ReportTooOften(resolved, document, path);
        context.ReportNoCellText(document.Term, path.Key("term"));
        (ImmutableArray<int> grades, ImmutableArray<double> gradeProbabilities) = ResolveGrades(document.Grades, path.Key("grades"));
        Reference? related = context.Treatments.Find(document.RelatedTo, path.Key("related_to"));
        return resolved with
        {
            Recurrence = document.Recurs == true ? Recurrence.Recurs : Recurrence.Once,
            Grades = grades,
            GradeProbabilities = gradeProbabilities,
            Lasts = document.Lasts?.Value?.Days,
            Causes = [.. document.Causes?.Names ?? []],
            CauseProbabilities = Shares.Resolve(document.Causes, path.Key("causes"), context.Problems),
            RelatedTo = related?.Index ?? ClinicalEvent.NoTreatment,
            Written = resolved.Written with
            {
                Source = document.Source,
                Recurs = document.Recurs ?? false,
                Grades = document.Grades ?? NoShares,
                Lasts = document.Lasts ?? OrNone<Window>.None,
                Causes = document.Causes ?? NoShares,
                Term = document.Term,
                RelatedTo = related?.Name,
            },
        };
    }

    private (ImmutableArray<int> Grades, ImmutableArray<double> Probabilities) ResolveGrades(Named<double?>? document, DocumentPath path)
    {
        foreach (string name in document?.Names ?? [])
        {
            if (ResolutionContext.GradeOf(name) == 0)
            {
                context.Problems.Error(path.Key(name), $"{Advice.Quote(name)} is not a grade. Write 1, 2, 3, 4 or 5.");
            }
        }

        ImmutableArray<double> probabilities = Shares.Resolve(document, path, context.Problems);
        (int Grade, double Probability)[] ascending = [.. (document?.Names ?? []).Select(ResolutionContext.GradeOf).Zip(probabilities).OrderBy(grade => grade.First)];
        return ([.. ascending.Select(grade => grade.Grade)], [.. ascending.Select(grade => grade.Probability)]);
    }

    private void ReportFatal(ResolvedEvent resolved, EventDocument document, DocumentPath path)
    {
        if (resolved.Ending != CourseEnding.Fatal)
        {
            return;
        }

        string[] written =
        [
            .. document.Recurs == true ? ["recurs"] : (string[])[],
            .. HasGrades(document) ? ["grades"] : (string[])[],
            .. document.Lasts?.Value is null ? (string[])[] : ["lasts"],
        ];
        foreach (string key in written)
        {
            context.Problems.Error(path.Key(key), $"'{resolved.Name}' is fatal, so the course ends with it. Remove '{key}', or write fatal: false.");
        }
    }

    private static bool HasGrades(EventDocument document) => document.Grades is { Entries.Length: > 0 };

    private void ReportUseless(ResolvedEvent resolved, EventDocument document, DocumentPath path)
    {
        if (document.Lasts?.Value is not null && document.Recurs != true && !HasGrades(document) && resolved.Ending != CourseEnding.Fatal)
        {
            context.Problems.Warning(path.Key("lasts"), $"'{resolved.Name}' neither recurs nor has grades, so that it is over changes nothing. Remove lasts, or write grades: or recurs: true.");
        }

        if (document.Term is not null && !HasGrades(document))
        {
            context.Problems.Warning(path.Key("term"), $"'{resolved.Name}' has no grades, so it is not reported as an adverse event and nobody reads the term. Write grades: or remove term.");
        }
    }

    private void ReportTooOften(ResolvedEvent resolved, EventDocument document, DocumentPath path)
    {
        double yearly = document.Recurs == true ? resolved.Hazard.Leaves().Max(hazard => hazard.Cumulative(DaysPer.Year)) : 0;
        if (yearly > Limits.OccurrencesPerYear)
        {
            context.Problems.Error(
                path.Key("hazard"),
                $"'{resolved.Name}' recurs, and would do so {Figure.OfMany(yearly)} times a year. Write a hazard of at most {Limits.OccurrencesPerYear} a year.");
        }
    }
}
