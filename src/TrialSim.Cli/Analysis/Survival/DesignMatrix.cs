namespace TrialSim.Cli.Analysis.Survival;

/// <summary>What a regression is fitted to: an indicator for each arm but the control, then the covariates.</summary>
/// <param name="Terms">Names of the columns.</param>
/// <param name="Sample">The rows, as many as in each column.</param>
/// <param name="RowByRow">Row after row, a number for each term.</param>
internal sealed record DesignMatrix(IReadOnlyList<string> Terms, SurvivalRows Sample, double[] RowByRow)
{
    /// <summary>Term after term, a number for each row.</summary>
    public double[] ColumnByColumn
    {
        get
        {
            double[] columns = new double[RowByRow.Length];
            for (int index = 0; index < columns.Length; index++)
            {
                columns[((index % Terms.Count) * Sample.Rows) + (index / Terms.Count)] = RowByRow[index];
            }

            return columns;
        }
    }

    /// <summary>The matrix of a sample whose covariates are all known.</summary>
    public static DesignMatrix Of(SurvivalData data, SurvivalRows sample)
    {
        int arms = data.Arms.Count - 1;
        string[] covariates = [.. data.Covariates.SelectMany(covariate => covariate.Terms).Select(term => term.Name)];
        string[] terms = [.. Enumerable.Range(1, arms).Select(data.Comparison), .. covariates];
        double[] values = new double[sample.Rows * terms.Length];
        for (int row = 0; row < sample.Rows; row++)
        {
            Span<double> own = values.AsSpan(row * terms.Length, terms.Length);
            if (sample.Arms[row] > 0)
            {
                own[sample.Arms[row] - 1] = 1.0;
            }

            for (int term = 0; term < covariates.Length; term++)
            {
                own[arms + term] = sample.Terms[term][row];
            }
        }

        return new DesignMatrix(terms, sample, values);
    }
}
