using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Adam;

/// <summary>
/// The data of one simulated trial as a look sees them, in the shape of CDISC's Analysis Data Model (ADaM 2.1, ADaMIG 1.3; oncology parameters as in pharmaverse's admiralonco).
/// Only what is known is written. Times are exact; dates are derived from them.
/// </summary>
public static class AdamExport
{
    /// <summary>The datasets that the scenario has something for, ADSL first.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="snapshot">The look.</param>
    /// <param name="startDate">The date of trial day 0.</param>
    public static IReadOnlyList<AdamDataset> Of(Trial trial, LookSnapshot snapshot, DateOnly startDate)
    {
        AdamStudy study = new(trial, snapshot, startDate);
        return
        [
            .. new[]
            {
                SubjectLevel.Of(study), TimeToEvent.Of(study), Response.Of(study), EndpointValues.Of(study), AdverseEvents.Of(study), Laboratory.Of(study), Exposure.Of(study),
            }.OfType<AdamDataset>(),
        ];
    }

    /// <summary>Writes the datasets and their dictionary.</summary>
    /// <param name="draft">The folder.</param>
    /// <param name="datasets">The datasets.</param>
    /// <param name="manifest">What they are.</param>
    /// <param name="resolvedYaml">The scenario with every default filled in.</param>
    public static void Write(ResultsDraft draft, IReadOnlyList<AdamDataset> datasets, AdamManifest manifest, string resolvedYaml)
    {
        foreach (AdamDataset dataset in datasets)
        {
            draft.WriteTable(dataset.FileName, dataset.Columns, dataset.Rows);
        }

        draft.WriteTable(ResultsFiles.DataDictionary, DictionaryRow.Columns, datasets.SelectMany(dataset => dataset.Columns.Select(column => new DictionaryRow(dataset, column))));
        draft.WriteText(ResultsFiles.Manifest, ResultsJson.Of(manifest));
        draft.WriteText(ResultsFiles.Resolved, resolvedYaml);
    }
}
