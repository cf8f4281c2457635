using System.Collections.Immutable;

namespace TrialSim.Model.Testing;

/// <summary>How tests share their error over looks. What it does not name is tested at each of its looks by its own criterion.</summary>
/// <param name="Sequential">Tests against group-sequential bounds; at most one an analysis.</param>
/// <param name="TwoStage">Single-arm tests in two stages; at most one an analysis.</param>
public sealed record TestingPlan(ImmutableArray<SequentialTest> Sequential, ImmutableArray<TwoStageTest> TwoStage)
{
    /// <summary>Each look for itself.</summary>
    public static TestingPlan None { get; } = new([], []);

    /// <summary>Tests whose verdicts depend on one another: none or one family.</summary>
    public ImmutableArray<TestFamily> Families { get; init; } = [];

    /// <summary>Indices of the analyses that the protocol names as a family, whether or not their verdicts depend on one another; empty for none.</summary>
    public ImmutableArray<int> FamilyMembers { get; init; } = [];

    /// <summary>Looks of all sequential tests together.</summary>
    public int StageCount => Sequential.Sum(test => test.Looks.Length);

    /// <summary>Whether verdicts depend on more than one row.</summary>
    public bool IsEmpty => Sequential.IsEmpty && TwoStage.IsEmpty && Families.IsEmpty;
}
