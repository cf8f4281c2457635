using TrialSim.Engine.Allocations;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Tests.Allocations;

/// <summary>Allocators of one trial after the other, without the trial.</summary>
internal static class Allocating
{
    public static Allocator Of(Allocation allocation) => new(TrialOf(allocation).Design);

    public static byte Next(this Allocator allocator, ulong seed, uint replicate, uint patient, double[] covariates, int site = 0) =>
        allocator.Next(new Newcomer(new PatientKey(seed, replicate, patient), TrialDay.Opening, site, covariates, Nobody.Ledger));

    public static int[] Next(this Allocator allocator, uint replicate, int patients)
    {
        int[] arms = new int[patients];
        for (int patient = 0; patient < patients; patient++)
        {
            arms[patient] = allocator.Next(SmallTrial.Seed, replicate, (uint)patient, []);
        }

        return arms;
    }

    private static Trial TrialOf(Allocation allocation)
    {
        Trial trial = SmallTrial.Of(1);
        return trial with
        {
            Design = trial.Design with { Arms = [.. allocation.Ratio.Select((_, arm) => new Arm($"arm_{arm}", ArmRole.Experimental))], Allocation = allocation },
        };
    }

    private static class Nobody
    {
        public static readonly Ledger Ledger = new(SmallTrial.Of(1));
    }
}
