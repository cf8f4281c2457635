using TrialSim.Engine.Conduct;
using TrialSim.Model;

namespace TrialSim.Engine.Tests.Conduct;

/// <summary>What filling a ledger costs in memory.</summary>
internal static class LedgerBytes
{
    /// <summary>Bytes that a replicate allocates once buffers have grown: replicate 100 after replicates 1 to 200.</summary>
    public static long OfALaterReplicate(Trial trial)
    {
        Ledger ledger = new(trial);
        Randomisation randomisation = new(trial);
        for (uint replicate = 1; replicate <= 200; replicate++)
        {
            randomisation.Fill(SmallTrial.Seed, replicate, ledger);
        }

        return AllocatedBytes.LeastOf(() => randomisation.Fill(SmallTrial.Seed, 100, ledger));
    }
}
