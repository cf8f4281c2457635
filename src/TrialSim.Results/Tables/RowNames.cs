using TrialSim.Engine.Analyses;
using TrialSim.Model.Design;

namespace TrialSim.Results.Tables;

/// <summary>The scenario's names for what a row is about.</summary>
/// <param name="Look">The look.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Analysis">The analysis; empty for counts.</param>
/// <param name="Arm">The arm; of a comparison the experimental one; empty for all arms together.</param>
/// <param name="Control">The control arm of a comparison; empty otherwise.</param>
public sealed record RowNames(string Look, string Endpoint, string Analysis, string Arm, string Control)
{
    /// <summary>The arm, or both arms of a comparison.</summary>
    public string Arms => Control.Length == 0 ? Arm : $"{Arm} v {Control}";

    /// <summary>The names of a row of a design.</summary>
    public static RowNames Of(TrialDesign design, RowKey key) => new(
        design.Looks[key.Look].Name,
        design.Endpoints[key.Endpoint].Name,
        key.Analysis == RowKey.None ? "" : design.Analyses[key.Analysis].Name,
        key.Arm == RowKey.None ? "" : design.Arms[key.Arm].Name,
        key.Control == RowKey.None ? "" : design.Arms[key.Control].Name);
}
