using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Tests.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Sites;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Sites;

/// <summary>Patients of one site who arrive as a Poisson process and want sessions that need the site's suite; nobody dies unless a hazard is given.</summary>
internal static class QueueTrial
{
    public static readonly OpeningTimes MondayAndThursday = new([DayOfWeek.Monday, DayOfWeek.Thursday], 8.0 / 24);

    /// <summary>One session each, some days after randomisation.</summary>
    public static Trial OneSession(int patients, double perDay, SiteResource suite, TimeWindow window, ResourceNeed? need = null, double deathsPerDay = 0) =>
        Of(patients, perDay, suite, window, new NotRepeated(), need, deathsPerDay);

    public static Trial Of(int patients, double perDay, SiteResource suite, TimeWindow window, Repetition repetition, ResourceNeed? need = null, double deathsPerDay = 0)
    {
        Procedure tace = SmallProtocol.Procedure("tace", new AtRandomisation(), 0, repetition, mostSessions: 10_000) with
        {
            Start = window,
            Need = need ?? new ResourceNeed(0, double.PositiveInfinity, AfterWaiting.Treat),
        };
        Trial trial = SmallProtocol.TrialOf([tace], [], SmallTrial.Event("death", CourseEnding.Fatal, deathsPerDay > 0 ? new ExponentialHazard(deathsPerDay) : new NoHazard())).ToTheEnd();
        return (trial with
        {
            Design = trial.Design with { Patients = patients },
            Truth = trial.Truth with
            {
                Accrual = new Accrual(AccrualPattern.Poisson, new PiecewiseExponentialHazard([0.0], [perDay])),
                Conduct = new ProtocolConduct([new TreatmentConduct(WindowBehaviour.Uniform)], []),
                Sites = new SitePlan([0.0]) { Resources = [suite] },
            },
        }).WithLooks(SmallTrial.AtDay("final", 1e5));
    }

    public static SiteResource Suite(int places, SessionLength session) => new("suite", places, session, OpeningTimes.Always, QueueOrder.FirstCome);

    /// <summary>The same trial in which sessions need nothing.</summary>
    public static Trial WithoutNeeds(this Trial trial) => trial with
    {
        Design = trial.Design with
        {
            Protocol = trial.Design.Protocol with { Treatments = [.. trial.Design.Protocol.Treatments.Select(one => one is Procedure procedure ? procedure with { Need = null } : one)] },
        },
    };

    public static TrialConduct Run(Trial trial, uint replicate = 1)
    {
        TrialConduct conduct = TrialConduct.WithoutResults(trial);
        conduct.Run(SmallTrial.Seed, replicate, static (_, _) => { });
        return conduct;
    }

    /// <summary>Trial days of a patient's sessions.</summary>
    public static double[] Sessions(this Ledger ledger, int patient) => DaysOf(ledger, patient, CourseEntryKind.Session);

    /// <summary>Trial days since which sessions of a patient waited, for those that did.</summary>
    public static double[] Waits(this Ledger ledger, int patient) => DaysOf(ledger, patient, CourseEntryKind.SlotAwaited);

    private static double[] DaysOf(Ledger ledger, int patient, CourseEntryKind kind) =>
        [.. ledger.CourseOf(patient).ToArray().Where(entry => entry.Kind == kind).Select(entry => (ledger.ArrivalOf(patient) + new PatientDay(entry.Day)).Value)];
}
