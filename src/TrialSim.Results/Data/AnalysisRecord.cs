namespace TrialSim.Results.Data;

/// <summary>What <c>analysis.json</c> and <c>manifest.json</c> of an analysis of patient data hold.</summary>
/// <param name="Data">The file, as the user wrote it.</param>
/// <param name="DataSha256">Of its bytes.</param>
/// <param name="ProgramVersion">Version of the program.</param>
/// <param name="Command">The arguments that give the same analysis again.</param>
/// <param name="Description">What was read, which rows were left out and why, and how levels were understood: a sentence each.</param>
/// <param name="Figures">Every figure; empty in the manifest.</param>
public sealed record AnalysisRecord(
    string Data,
    string DataSha256,
    string ProgramVersion,
    IReadOnlyList<string> Command,
    IReadOnlyList<string> Description,
    IReadOnlyList<AnalysisFigure> Figures);
