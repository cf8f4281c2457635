using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Resolution;

/// <summary>A hazard with the choices that it makes by arm and covariate. A closed set.</summary>
internal abstract record ResolvedHazard
{
    /// <summary>The same for everybody.</summary>
    /// <param name="Written">How it is written in full.</param>
    /// <param name="Hazard">The hazard per day.</param>
    public sealed record Single(OrNone<HazardDocument> Written, Hazard Hazard) : ResolvedHazard;

    /// <summary>One for each arm.</summary>
    /// <param name="Arms">The arms and their hazards.</param>
    public sealed record ByArm(ImmutableArray<(Reference Arm, ResolvedHazard Hazard)> Arms) : ResolvedHazard;

    /// <summary>One for each level of a covariate.</summary>
    /// <param name="Covariate">The covariate.</param>
    /// <param name="Levels">The levels and their hazards.</param>
    public sealed record ByLevel(Reference Covariate, ImmutableArray<(Reference Level, ResolvedHazard Hazard)> Levels) : ResolvedHazard;

    /// <summary>A share of patients is cured, the others have the event by another hazard.</summary>
    /// <param name="CuredProbability">The share.</param>
    /// <param name="Uncured">The hazard of the others.</param>
    public sealed record Cure(double CuredProbability, ResolvedHazard Uncured) : ResolvedHazard;

    /// <summary>The hazards of all patients.</summary>
    public IEnumerable<Hazard> Leaves() => this switch
    {
        Single single => [single.Hazard],
        ByArm byArm => byArm.Arms.SelectMany(choice => choice.Hazard.Leaves()),
        ByLevel byLevel => byLevel.Levels.SelectMany(choice => choice.Hazard.Leaves()),
        Cure cure => cure.Uncured.Leaves(),
        _ => throw new InvalidOperationException("A hazard of an unknown kind."),
    };

    /// <summary>Whether the event can happen to patients of some of these arms.</summary>
    public bool CanHappenIn(ImmutableArray<Reference> arms) => this switch
    {
        Single single => single.Hazard.Cumulative(double.PositiveInfinity) > 0.0,
        ByArm byArm => byArm.Arms.Any(choice => arms.Contains(choice.Arm) && choice.Hazard.CanHappenIn(arms)),
        ByLevel byLevel => byLevel.Levels.Any(choice => choice.Hazard.CanHappenIn(arms)),
        Cure cure => cure.Uncured.CanHappenIn(arms),
        _ => throw new InvalidOperationException("A hazard of an unknown kind."),
    };

    /// <summary>How it is written in full.</summary>
    public OrNone<HazardDocument> ToDocument() => this switch
    {
        Single single => single.Written,
        ByArm byArm => new(new HazardDocument { ByArm = NamedHazards(byArm.Arms) }),
        ByLevel byLevel => new(new HazardDocument { ByCovariate = new([KeyValuePair.Create(byLevel.Covariate.Name, NamedHazards(byLevel.Levels))!]) }),
        Cure cure => new(new HazardDocument { CuredProbability = cure.CuredProbability, Uncured = cure.Uncured.ToDocument() }),
        _ => throw new InvalidOperationException("A hazard of an unknown kind."),
    };

    private static Named<OrNone<HazardDocument>> NamedHazards(ImmutableArray<(Reference Name, ResolvedHazard Hazard)> choices) =>
        new([.. choices.Select(choice => KeyValuePair.Create<string, OrNone<HazardDocument>?>(choice.Name.Name, choice.Hazard.ToDocument()))]);
}
