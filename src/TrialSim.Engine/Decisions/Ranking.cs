using System.Runtime.InteropServices;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Decisions;

/// <summary>Ranks experimental arms by what a look shows of their comparisons.</summary>
internal sealed class Ranking(ResultLayout layout, RowIndex index, ShownFigures figures)
{
    private readonly List<int> _arms = [];
    private readonly List<double> _values = [];

    /// <summary>The arms below those that are kept, after <see cref="Rank"/>.</summary>
    public ReadOnlySpan<int> Worse => CollectionsMarshal.AsSpan(_arms);

    /// <summary>The experimental arm of a comparison.</summary>
    public int ArmOf(int look, int analysis) => layout.Rows[index.OfTest(look, analysis)].Arm;

    /// <summary>
    /// Finds the arms that are not kept: those above which as many as are kept rank, by figures that are known. Where too few are known to tell, nobody goes; an arm whose figure is not known ranks
    /// below those whose is.
    /// </summary>
    public void Rank(DecisionAction.KeepBestArms rule, int look, ReadOnlySpan<ResultRow> rows, TrialState state)
    {
        _arms.Clear();
        _values.Clear();
        foreach (int analysis in rule.Analyses)
        {
            int arm = ArmOf(look, analysis);
            if (!state.IsDropped(arm))
            {
                _arms.Add(arm);
                _values.Add(Merit(rule, analysis, look, rows));
            }
        }

        for (int kept = 0; kept < rule.Count; kept++)
        {
            int best = -1;
            for (int candidate = 0; candidate < _arms.Count; candidate++)
            {
                if (_values[candidate] > (best < 0 ? double.NegativeInfinity : _values[best]))
                {
                    best = candidate;
                }
            }

            if (best < 0)
            {
                _arms.Clear(); // Fewer are known than are kept.
                return;
            }

            _arms.RemoveAt(best);
            _values.RemoveAt(best);
        }
    }

    private double Merit(DecisionAction.KeepBestArms rule, int analysis, int look, ReadOnlySpan<ResultRow> rows) =>
        !figures.TryRead(look, analysis, DecisionCondition.AnyArm, rule.Figure, rows, out double value) ? double.NegativeInfinity
            : rule.Better == BetterDirection.Higher ? value
            : -value;
}
