using TrialSim.Engine.Analyses;
using TrialSim.Model.Design;

namespace TrialSim.Results.Tables;

/// <summary>The scenario's names for what a row is about.</summary>
/// <param name="Look">The look.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Analysis">The analysis; empty for counts.</param>
/// <param name="Arm">The arm, or the group of patients; of a comparison the experimental one, or those with the status; empty for all arms together.</param>
/// <param name="Control">The control arm of a comparison, or those without the status; empty otherwise.</param>
public sealed record RowNames(string Look, string Endpoint, string Analysis, string Arm, string Control)
{
    /// <summary>The arm, or both arms of a comparison.</summary>
    public string Arms => Control.Length == 0 ? Arm : $"{Arm} v {Control}";

    /// <summary>The names of a row of a design.</summary>
    public static RowNames Of(TrialDesign design, RowKey key)
    {
        RowNames names = new(
            design.Looks[key.Look].Name,
            design.Endpoints[key.Endpoint].Name,
            key.Analysis == RowKey.None ? "" : design.Analyses[key.Analysis].Name,
            key.Arm == RowKey.None ? "" : design.Arms[key.Arm].Name,
            key.Control == RowKey.None ? "" : design.Arms[key.Control].Name);
        return key.Group == PatientGroup.None ? names : OfGroup(names, key.Group, ((GroupAnalysis)design.Analyses[key.Analysis]).Groups);
    }

    private static RowNames OfGroup(RowNames names, PatientGroup group, PatientGroups groups) => names with
    {
        Arm = group == PatientGroup.Without ? groups.Without : groups.With,
        Control = group == PatientGroup.WithAgainstWithout ? groups.Without : "",
    };
}
