using System.Collections.Immutable;

namespace TrialSim.Results.Sweeps;

/// <summary>What a reader of a sweep is shown: of many cells some, of all of them how the figures depend on what is varied.</summary>
/// <param name="Manifest">What was swept.</param>
/// <param name="Arms">Arms in the order of the scenario.</param>
/// <param name="Keys">The varied keys.</param>
/// <param name="Factors">What is varied, the last fastest.</param>
/// <param name="Figures">What is shown of each cell: the power of the first tests, type I errors, patients and duration, as far as the first cell has them.</param>
/// <param name="Cells">Cells that are shown, by number.</param>
public sealed record SweepSummary(
    Manifest Manifest,
    ImmutableArray<string> Arms,
    ImmutableArray<string> Keys,
    ImmutableArray<SweepFactor> Factors,
    ImmutableArray<CharacteristicName> Figures,
    IReadOnlyList<SweptCell> Cells)
{
    private const int MostCurves = 6;

    /// <summary>Rows of <c>sensitivity.csv</c>, by factor, figure and level.</summary>
    public IReadOnlyList<Sensitivity> Sensitivities { get; init; } = [];

    /// <summary>Means over the cells of each pair of levels of two factors, where there are more than two factors or values are sampled.</summary>
    public IReadOnlyList<FactorPairMean> Pairs { get; init; } = [];

    /// <summary>What formulas give for cells that are shown.</summary>
    public IReadOnlyList<CellFormula> Formulas { get; init; } = [];

    /// <summary>Whether all cells have one seed.</summary>
    public bool IsPaired { get; init; } = true;

    /// <summary>Cells in all.</summary>
    public int Count => Manifest.Cells ?? 1;

    /// <summary>Whether a cell is one pair of levels of two factors, or one level of the only one.</summary>
    public bool IsPlane => IsPlaneOf(Factors);

    /// <summary>The factor along the axis of curves: the one with more levels, of those that are to scale if any is.</summary>
    public int Along => Enumerable.Range(0, Factors.Length).OrderByDescending(index => Factors[index].IsNumeric).ThenByDescending(index => Factors[index].LevelCount).ThenBy(index => index).First();

    /// <summary>Levels of the other of two factors that have curves of their own: of many some, evenly chosen.</summary>
    public ImmutableArray<int> CurveLevels => SweepFactor.Chosen(Factors[1 - Along].Levels.Length, MostCurves);

    /// <summary>The cells that curves go through, each a point: of one factor all that are shown, of two those of <see cref="CurveLevels"/>; none where curves are of means.</summary>
    public IReadOnlyList<SweptCell> CellsOnCurves => !IsPlane ? [] : Factors.Length == 1 ? Cells : [.. Cells.Where(cell => CurveLevels.Contains(cell.Levels[1 - Along]))];

    /// <summary>Whether cells stand each alone at their levels of these factors.</summary>
    public static bool IsPlaneOf(ImmutableArray<SweepFactor> factors) => factors.Length <= 2 && factors.All(factor => factor.Kind == FactorKind.Grid);
}
