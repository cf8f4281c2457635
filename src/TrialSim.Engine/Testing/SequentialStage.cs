using TrialSim.Model.Testing;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Engine.Testing;

/// <summary>What a sequential test has shown by a look, for decisions that come after the look and may come after others.</summary>
/// <param name="Test">The test.</param>
/// <param name="Stages">Stages by then.</param>
/// <param name="Z">The statistic of the last stage, which its bounds are for.</param>
/// <param name="RawZ">The statistic of all data by the last stage.</param>
/// <param name="Information">Information of the last stage, as observed.</param>
/// <param name="InformationOfBounds">Information of the last stage that its bounds are made for.</param>
/// <param name="Bounds">The bounds of all stages.</param>
internal readonly record struct SequentialStage(
    SequentialTest Test, int Stages, double Z, double RawZ, double Information, double InformationOfBounds, SequentialBounds Bounds);
