using TrialSim.Results.Formulas;

namespace TrialSim.Results.Sweeps;

/// <summary>What a formula gives for a cell: a row of a sweep's <c>formulas.csv</c>.</summary>
/// <param name="Place">The cell.</param>
/// <param name="Check">The figure beside the simulated one.</param>
public sealed record CellFormula(CellPlace Place, FormulaCheck Check);
