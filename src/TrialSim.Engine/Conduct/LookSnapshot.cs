using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Conduct;

/// <summary>What a look of one replicate shows, patient by patient, recreated from the seed.</summary>
public sealed class LookSnapshot
{
    private readonly Ledger _ledger;

    private LookSnapshot(Ledger ledger, ImmutableArray<TrialDay> lookDays, int look)
    {
        _ledger = ledger;
        Look = look;
        LookDays = lookDays;
        Cut = ledger.CutAt(lookDays[look]);
    }

    /// <summary>Stands for the last look that takes place.</summary>
    public const int LastLook = -1;

    /// <summary>Index of the look.</summary>
    public int Look { get; }

    /// <summary>Trial day of each look of the replicate; never for those that are not reached.</summary>
    public ImmutableArray<TrialDay> LookDays { get; }

    /// <summary>What is known.</summary>
    public DataCut Cut { get; }

    /// <summary>Recreates a look.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    /// <param name="look">Index of the look, or <see cref="LastLook"/>.</param>
    /// <param name="snapshot">The look; of no meaning where it does not take place.</param>
    /// <returns>Whether the look takes place in this replicate.</returns>
    public static bool TryTake(Trial trial, uint replicate, int look, out LookSnapshot snapshot)
    {
        TrialConduct conduct = TrialConduct.WithoutResults(trial);
        int last = 0;
        conduct.Run(trial.Run.Seed, replicate, (index, _) => last = index);
        snapshot = new LookSnapshot(conduct.Ledger, [.. conduct.LookDays], look == LastLook ? last : look);
        return snapshot.Cut.Day < TrialDay.Never;
    }

    /// <summary>All that is known of a patient.</summary>
    /// <param name="patient">Order of randomisation, from 0 and below the cut's number of patients.</param>
    public KnownRecord PatientAt(int patient) => KnownRecord.Of(_ledger, patient, Cut.Day);
}
