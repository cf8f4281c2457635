using TrialSim.Engine.Patients;
using TrialSim.Model;

namespace TrialSim.Engine.Conduct;

/// <summary>Recreates a patient of a run that stored none: the draws are a function of seed, replicate and patient.</summary>
public static class Replay
{
    /// <summary>The patient as allocated.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    /// <param name="patient">Order of randomisation, from 0.</param>
    /// <exception cref="NotRandomisedException">The replicate has fewer patients.</exception>
    public static PatientRecord Patient(Trial trial, ulong seed, uint replicate, int patient)
    {
        TrialConduct conduct = TrialConduct.WithoutResults(trial);
        conduct.Run(seed, replicate, static (_, _) => { });
        return RecordOf(conduct, replicate, patient);
    }

    /// <summary>
    /// The same patient, with the same luck, had they been in another arm. Everybody else, and so each look, is as it was; but where sessions wait for slots the trial is run again with this
    /// patient in the other arm, because those who queue with them would then have been treated on other days.
    /// </summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    /// <param name="patient">Order of randomisation, from 0.</param>
    /// <param name="arm">Index of the other arm.</param>
    /// <exception cref="NotRandomisedException">The replicate has fewer patients.</exception>
    public static PatientRecord PatientInArm(Trial trial, ulong seed, uint replicate, int patient, int arm)
    {
        PatientRecord allocated = Patient(trial, seed, replicate, patient);
        if (trial.Meetings.HasFlag(Meetings.Slots))
        {
            TrialConduct conduct = TrialConduct.WithoutResults(trial);
            conduct.Reallocate(allocated.ScreeningOrder, arm);
            conduct.Run(seed, replicate, static (_, _) => { });
            return RecordOf(conduct, replicate, patient) with { AllocatedArm = allocated.Arm };
        }

        Ledger alone = new(trial with { Design = trial.Design with { Patients = 1, Decisions = [] } });
        new Randomisation(trial).FillInArm(new PatientKey(seed, replicate, allocated.ScreeningOrder), allocated.Site, arm, alone);
        return allocated with
        {
            Arm = arm,
            EventDays = ReplayedTrial.DaysOf(alone.EventDaysOf(0)),
            SeenDays = ReplayedTrial.DaysOf(alone.SeenDaysOf(0)),
            Course = [.. alone.CourseOf(0)],
            LossDay = alone.LossOf(0),
        };
    }

    private static PatientRecord RecordOf(TrialConduct conduct, uint replicate, int patient) => new ReplayedTrial(conduct, replicate).RecordOf(patient);
}
