using TrialSim.Cli.Analysis;
using TrialSim.Results.Data;

namespace TrialSim.Cli.Fitting;

/// <summary>All that a fit found, ready to be printed and written.</summary>
/// <param name="Title">What was fitted to.</param>
/// <param name="Files">The files that were read.</param>
/// <param name="Description">What was read and how it was understood, a sentence each.</param>
/// <param name="Tables">Tables about what was read; empty for none.</param>
/// <param name="Arms">What was found.</param>
/// <param name="Blocks">Hazards of all arms together, as lines of YAML; empty for one arm.</param>
/// <param name="Figures">The estimates at full precision.</param>
/// <param name="Patients">Reconstructed patients; empty where there are none.</param>
internal sealed record FitOutcome(
    string Title,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Description,
    IReadOnlyList<MethodTable> Tables,
    IReadOnlyList<FittedArm> Arms,
    IReadOnlyList<string> Blocks,
    IReadOnlyList<AnalysisFigure> Figures,
    IReadOnlyList<ReconstructedPatient> Patients);
