using System.Collections.Immutable;

namespace TrialSim.Model.Decisions;

/// <summary>What has to be so for a decision, over what the look has shown. A closed set.</summary>
public abstract record DecisionCondition
{
    private DecisionCondition()
    {
    }

    /// <summary>Whatever the look shows.</summary>
    public sealed record Always : DecisionCondition;

    /// <summary>A test has rejected at this look or before.</summary>
    /// <param name="Analysis">Index of the analysis.</param>
    public sealed record Rejected(int Analysis) : DecisionCondition;

    /// <summary>A test has passed its futility bound at this look or before, and has not rejected.</summary>
    /// <param name="Analysis">Index of the analysis.</param>
    public sealed record Futile(int Analysis) : DecisionCondition;

    /// <summary>A figure of an analysis at this look lies strictly between two numbers. What cannot be estimated does not.</summary>
    /// <param name="Analysis">Index of the analysis.</param>
    /// <param name="Arm">Index of the arm of the row, for analyses with a row for each arm; otherwise <see cref="AnyArm"/>.</param>
    /// <param name="Figure">Which figure.</param>
    /// <param name="Range">The numbers.</param>
    public sealed record FigureWithin(int Analysis, int Arm, DecisionFigure Figure, OpenRange Range) : DecisionCondition;

    /// <summary>An earlier decision of the list has been taken.</summary>
    /// <param name="Decision">Index of the decision.</param>
    public sealed record Taken(int Decision) : DecisionCondition;

    /// <summary>All of these.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record All(ImmutableArray<DecisionCondition> Parts) : DecisionCondition;

    /// <summary>At least one of these.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record Any(ImmutableArray<DecisionCondition> Parts) : DecisionCondition;

    /// <summary>The contrary.</summary>
    /// <param name="Part">Of what.</param>
    public sealed record Negated(DecisionCondition Part) : DecisionCondition;

    /// <summary>The first row of the analysis.</summary>
    public const int AnyArm = -1;
}
