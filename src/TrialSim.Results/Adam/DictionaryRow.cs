using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Adam;

/// <summary>A row of <c>define.csv</c>: one variable of one dataset.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Variable">The variable.</param>
internal sealed record DictionaryRow(AdamDataset Dataset, Column<string[]> Variable)
{
    /// <summary>The columns of the dictionary.</summary>
    public static ImmutableArray<Column<DictionaryRow>> Columns { get; } =
    [
        new("dataset", ColumnType.Text, "", "Name of the dataset.", row => row.Dataset.Name),
        new("dataset_label", ColumnType.Text, "", "What it holds.", row => row.Dataset.Label),
        new("structure", ColumnType.Text, "", "What a row is.", row => row.Dataset.Structure),
        new("variable", ColumnType.Text, "", "Name of the variable.", row => row.Variable.Name),
        new("label", ColumnType.Text, "", "Its label.", row => row.Variable.Description),
        new("type", ColumnType.Text, "", "Its type as in Define-XML: text, integer, float or date.", row => TypeOf(row.Variable)),
        new("terms", ColumnType.Text, "", "Its values, unit or derivation.", row => row.Variable.Unit),
    ];

    private static string TypeOf(Column<string[]> variable) => variable.Unit.StartsWith(SubjectVariables.Date, StringComparison.Ordinal) ? "date" : variable.Type switch
    {
        ColumnType.WholeNumber => "integer",
        ColumnType.Number => "float",
        _ => "text",
    };
}
