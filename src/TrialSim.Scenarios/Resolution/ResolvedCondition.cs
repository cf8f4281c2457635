using System.Collections.Immutable;
using TrialSim.Model.Protocol;

namespace TrialSim.Scenarios.Resolution;

/// <summary>A condition on a patient. A closed set.</summary>
internal abstract record ResolvedCondition
{
    /// <summary>The patient is in one of these arms.</summary>
    /// <param name="Arms">Indices of the arms.</param>
    public sealed record InArm(ImmutableArray<int> Arms) : ResolvedCondition;

    /// <summary>The patient has one of these levels.</summary>
    /// <param name="Covariate">Index of the covariate.</param>
    /// <param name="Levels">Indices of the levels.</param>
    public sealed record HasLevel(int Covariate, ImmutableArray<int> Levels) : ResolvedCondition;

    /// <summary>The covariate is at or above a value.</summary>
    /// <param name="Covariate">Index of the covariate.</param>
    /// <param name="Value">The value.</param>
    public sealed record AtLeast(int Covariate, double Value) : ResolvedCondition;

    /// <summary>The event has happened.</summary>
    /// <param name="Event">Index of the event.</param>
    public sealed record Had(int Event) : ResolvedCondition;

    /// <summary>The treatment has been given.</summary>
    /// <param name="Treatment">Index of the treatment.</param>
    public sealed record Treated(int Treatment) : ResolvedCondition;

    /// <summary>The drug is taken.</summary>
    /// <param name="Treatment">Index of the drug.</param>
    public sealed record Taking(int Treatment) : ResolvedCondition;

    /// <summary>A state has one of these levels.</summary>
    /// <param name="State">Index of the state.</param>
    /// <param name="Levels">Indices of the levels.</param>
    public sealed record InState(int State, ImmutableArray<int> Levels) : ResolvedCondition;

    /// <summary>The dose of the drug has been reduced to a level or lower.</summary>
    /// <param name="Treatment">Index of the drug.</param>
    /// <param name="Level">Index of the dose, from 1.</param>
    public sealed record ReducedTo(int Treatment, int Level) : ResolvedCondition;

    /// <summary>One of several events is going on at a grade or above.</summary>
    /// <param name="Grade">The grade.</param>
    /// <param name="Events">Indices of the events that can have it.</param>
    public sealed record AdverseEvent(int Grade, ImmutableArray<int> Events) : ResolvedCondition;

    /// <summary>A time since a session has passed.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Days">Days, above 0.</param>
    public sealed record SinceSession(Anchor Session, double Days) : ResolvedCondition;

    /// <summary>A time since randomisation has passed.</summary>
    /// <param name="Days">Days, above 0.</param>
    public sealed record Elapsed(double Days) : ResolvedCondition;

    /// <summary>One of these holds; none of none does.</summary>
    /// <param name="Parts">The conditions.</param>
    public sealed record Any(ImmutableArray<ResolvedCondition> Parts) : ResolvedCondition;

    /// <summary>All of these hold; of none they do.</summary>
    /// <param name="Parts">The conditions.</param>
    public sealed record All(ImmutableArray<ResolvedCondition> Parts) : ResolvedCondition;

    /// <summary>This does not hold.</summary>
    /// <param name="Part">The condition.</param>
    public sealed record Not(ResolvedCondition Part) : ResolvedCondition;

    /// <summary>The conditions that it is joined from.</summary>
    public IEnumerable<ResolvedCondition> Leaves() => this switch
    {
        Any any => any.Parts.SelectMany(part => part.Leaves()),
        All all => all.Parts.SelectMany(part => part.Leaves()),
        Not not => not.Part.Leaves(),
        _ => [this],
    };
}
