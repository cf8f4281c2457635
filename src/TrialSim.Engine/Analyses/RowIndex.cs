using TrialSim.Model.Design;

namespace TrialSim.Engine.Analyses;

/// <summary>Finds the rows of a layout.</summary>
internal sealed class RowIndex
{
    /// <summary>No such row.</summary>
    public const int None = -1;

    private readonly ResultLayout _layout;
    private readonly int _analyses;
    private readonly int[] _tests;

    public RowIndex(TrialDesign design, ResultLayout layout)
    {
        _layout = layout;
        _analyses = design.Analyses.Length;
        _tests = new int[design.Looks.Length * _analyses];
        for (int look = 0; look < design.Looks.Length; look++)
        {
            for (int analysis = 0; analysis < _analyses; analysis++)
            {
                _tests[(look * _analyses) + analysis] = FindTest(look, analysis);
            }
        }
    }

    /// <summary>The row of an analysis that compares, or else its first one; <see cref="None"/> where the look does not do it.</summary>
    public int OfTest(int look, int analysis) => _tests[(look * _analyses) + analysis];

    /// <summary>The row of an analysis about one arm; <see cref="None"/> for no such row.</summary>
    public int OfArm(int look, int analysis, int arm)
    {
        for (int row = 0; row < _layout.Rows.Length; row++)
        {
            RowKey key = _layout.Rows[row];
            if (key.Look == look && key.Analysis == analysis && key.Arm == arm)
            {
                return row;
            }
        }

        return None;
    }

    private int FindTest(int look, int analysis)
    {
        int first = None;
        for (int row = 0; row < _layout.Rows.Length; row++)
        {
            RowKey key = _layout.Rows[row];
            if (key.Look == look && key.Analysis == analysis)
            {
                if (key.Control != RowKey.None)
                {
                    return row;
                }

                first = first == None ? row : first;
            }
        }

        return first;
    }
}
