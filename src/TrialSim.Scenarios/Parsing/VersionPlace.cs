using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>The version comes first in a file, so that a reader of a later language knows what follows.</summary>
internal static class VersionPlace
{
    /// <summary>Reports a version that stands later.</summary>
    public static void Report(MappingNode root, ProblemList problems)
    {
        for (int i = 1; i < root.Entries.Length; i++)
        {
            MappingEntry entry = root.Entries[i];
            if (entry.Key == "trialsim")
            {
                problems.Error(DocumentPath.Root.Key(entry.Key), entry.KeyMark, "'trialsim' is not the first key. Write 'trialsim: 1' at the top of the file.");
            }
        }
    }
}
