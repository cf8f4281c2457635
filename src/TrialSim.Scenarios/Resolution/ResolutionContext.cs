using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What every part of the resolution looks things up in.</summary>
internal sealed class ResolutionContext
{
    private readonly Named<TreatmentDocument>? _treatments;

    /// <summary>The names of a document.</summary>
    public ResolutionContext(ScenarioDocument document, ProblemList problems)
    {
        Problems = problems;
        _treatments = document.Design?.Treatments;
        Arms = new NameTable("an arm of this scenario", "Arms", document.Design?.Arms?.Names, problems);
        Endpoints = new NameTable("an endpoint of this scenario", "Endpoints", document.Design?.Endpoints?.Names, problems);
        Treatments = new NameTable("a treatment of this scenario", "Treatments", document.Design is null ? null : document.Design.Treatments?.Names ?? [], problems);
        Visits = new NameTable("a schedule of visits of this scenario", "Visits", document.Design is null ? null : document.Design.Visits?.Names ?? [], problems);
        Looks = new NameTable("a look of this scenario", "Looks", document.Design?.Looks?.Names, problems);
        Analyses = new NameTable("an analysis of this scenario", "Analyses", document.Design?.Analyses?.Names, problems);
        Covariates = new NameTable("a covariate of this scenario", "Covariates", document.Truth is null ? null : document.Truth.Covariates?.Names ?? [], problems);
        SiteCount = document.Truth?.Sites?.Value?.Count ?? 0;
        Factors = document.Truth?.Sites?.Value is null
            ? Covariates.Lacking(Names.Site, "There are no sites. Write truth.sites with their count, such as sites: {count: 6}, or name a covariate.")
            : Covariates.With(new Reference(StratificationFactor.Site, Names.Site), "a covariate of this scenario, or site");
        if (SiteCount > 0 && Covariates.All.Any(covariate => covariate.Name == Names.Site))
        {
            problems.Error(DocumentPath.Root.Key("truth").Key("covariates").Key(Names.Site), $"'{Names.Site}' is the word for the site of a patient. Give the covariate another name.");
        }

        States = new NameTable("a state of this scenario", "States", document.Truth is null ? null : document.Truth.States?.Names ?? [], problems);
        StateLevels = [.. (document.Truth?.States?.Entries ?? []).Select(entry => (entry.Value?.Levels?.Items ?? []).OfType<string>().ToImmutableArray())];
        Markers = new NameTable("a marker of this scenario", "Markers", document.Truth is null ? null : document.Truth.Markers?.Names ?? [], problems);
        HighestGrades =
        [
            .. (document.Truth?.Events?.Entries ?? []).Select(
                entry => (entry.Value?.Grades?.Entries ?? []).Where(grade => grade.Value > 0).Select(grade => GradeOf(grade.Key)).DefaultIfEmpty(0).Max()),
        ];
        Resources = new NameTable("a resource under truth.sites.each_has", "Resources", IsSitesWritten(document, problems) ? document.Truth!.Sites?.Value?.EachHas?.Names ?? [] : null, problems);
        Events = new NameTable("an event of this scenario", "Events", document.Truth?.Events?.Names, problems);
        Anchors = new AnchorResolver(Treatments, document.Design?.Treatments, Events, document.Truth?.Events, problems);
    }

    /// <summary>Takes what is wrong.</summary>
    public ProblemList Problems { get; }

    /// <summary>The arms.</summary>
    public NameTable Arms { get; }

    /// <summary>The endpoints.</summary>
    public NameTable Endpoints { get; }

    /// <summary>The treatments.</summary>
    public NameTable Treatments { get; }

    /// <summary>The schedules of visits.</summary>
    public NameTable Visits { get; }

    /// <summary>What days can be counted from.</summary>
    public AnchorResolver Anchors { get; }

    /// <summary>The looks.</summary>
    public NameTable Looks { get; }

    /// <summary>The analyses.</summary>
    public NameTable Analyses { get; }

    /// <summary>The covariates.</summary>
    public NameTable Covariates { get; }

    /// <summary>What each site has.</summary>
    public NameTable Resources { get; }

    /// <summary>How many sites there are; 0 for none.</summary>
    public int SiteCount { get; }

    /// <summary>What patients can be stratified by: the covariates and, where there are sites, the site.</summary>
    public NameTable Factors { get; }

    /// <summary>The markers.</summary>
    public NameTable Markers { get; }

    /// <summary>The events.</summary>
    public NameTable Events { get; }

    /// <summary>The states.</summary>
    public NameTable States { get; }

    /// <summary>Names of the levels of each state; none where they could not be understood.</summary>
    public ImmutableArray<ImmutableArray<string>> StateLevels { get; }

    /// <summary>For each event the highest grade that it can have; 0 for an event without grades.</summary>
    public ImmutableArray<int> HighestGrades { get; }

    /// <summary>Distribution of each covariate; null where it could not be understood.</summary>
    public ImmutableArray<CovariateDistribution?> Distributions { get; set; } = [];

    /// <summary>Doses of a drug in mg a day, the full one first; empty where none are written.</summary>
    public ImmutableArray<double> DosesOf(Reference drug) => [.. (_treatments?.Entries[drug.Index].Value?.DoseMgPerDay?.Items ?? []).OfType<double>()];

    /// <summary>Levels of a categorical covariate; null, with the reason reported, for a numeric one.</summary>
    /// <param name="covariate">The covariate.</param>
    /// <param name="path">Where it is used.</param>
    /// <param name="advice">What to write instead of a numeric one.</param>
    public NameTable? LevelsOf(Reference covariate, DocumentPath path, string advice)
    {
        switch (Distributions[covariate.Index])
        {
            case CategoricalDistribution categorical:
                return new NameTable($"a level of {covariate.Name}", "Levels", categorical.Levels, Problems);
            case null:
                return null;
            default:
                Problems.Error(path, $"'{covariate.Name}' is a numeric covariate and has no levels. {advice}");
                return null;
        }
    }

    /// <summary>Whether a key that is required is missing, which is then reported unless it could not be understood.</summary>
    /// <param name="value">What stands there.</param>
    /// <param name="key">The key.</param>
    /// <param name="advice">What to write.</param>
    /// <param name="path">Where the key should stand.</param>
    public bool IsMissing(object? value, string key, string advice, DocumentPath path)
    {
        if (value is null && !Problems.HasErrorIn(path.Key(key)))
        {
            Problems.Error(path, $"The key '{key}' is missing. Write {advice}.");
        }

        return value is null;
    }

    /// <summary>A grade as it is written, 1…5; 0 for what is none.</summary>
    public static int GradeOf(string text) => text is [>= '1' and <= '5'] ? text[0] - '0' : 0;

    // What could not be understood may have been meant to have it.
    private static bool IsSitesWritten(ScenarioDocument document, ProblemList problems) =>
        document.Truth is not null && !problems.HasErrorIn(DocumentPath.Root.Key("truth").Key("sites"));

    /// <summary>Levels of a state.</summary>
    public NameTable LevelsOfState(Reference state) =>
        new($"a level of {state.Name}", "Levels", StateLevels[state.Index].IsEmpty ? null : StateLevels[state.Index], Problems);

    /// <summary>Refuses a text that goes into cells of result tables and would do something there.</summary>
    public void ReportNoCellText(string? text, DocumentPath path)
    {
        if (text is not null && !Names.IsCellText(text))
        {
            Problems.Error(path, $"{Advice.Quote(text)} would stand in tables, where a spreadsheet takes it for a formula or does not show all of it. Write printable text that does not begin with =, +, - or @.");
        }
    }
}
