using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Tests.Conduct;

public sealed class ReplayTests
{
    [Fact, Trait("Source", "Independent")]
    public void Patient_OfAReplicate_IsTheOneTheBareLoopMakes()
    {
        (double[] arrival, int[] arm, double[] death) = BareLoop.Patients(60, 365, 7);
        PatientRecord record = Replay.Patient(SmallTrial.Of(60), SmallTrial.Seed, 7, 31);

        Assert.Equal(arrival[31], record.Randomised.Value);
        Assert.Equal(arm[31], record.AllocatedArm);
        Assert.Equal(death[31], record.EventDays[0].Value);
    }

    [Fact, Trait("Source", "Property")]
    public void PatientInArm_OwnArm_IsTheSamePatient()
    {
        PatientRecord record = Replay.Patient(SmallTrial.Of(60), SmallTrial.Seed, 7, 31);
        PatientRecord again = Replay.PatientInArm(SmallTrial.Of(60), SmallTrial.Seed, 7, 31, record.Arm);

        Assert.Equal(record.EventDays.AsEnumerable(), again.EventDays);
        Assert.Equal(record.Randomised, again.Randomised);
    }

    [Fact, Trait("Source", "Theory")]
    public void PatientInArm_OtherArm_DiffersByTheHazardRatioAlone()
    {
        Trial trial = SmallTrial.Of(60);
        for (int patient = 0; patient < 60; patient++)
        {
            PatientDay control = Replay.PatientInArm(trial, SmallTrial.Seed, 7, patient, 0).EventDays[0];
            PatientDay experimental = Replay.PatientInArm(trial, SmallTrial.Seed, 7, patient, 1).EventDays[0];
            Assert.Equal(control.Value / BareLoop.HazardRatio, experimental.Value, 1e-9 * experimental.Value);
        }
    }
}
