using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;

namespace TrialSim.Validation.Tests.Studies;

/// <summary>Study 000, TACE on demand with sorafenib: <c>metastatic-tace-sorafenib</c>, scenario F1.</summary>
public sealed class MetastaticTests(ITestOutputHelper output)
{
    private const int Tace = 0;
    private const int Sorafenib = 1;
    private const int Imaging = 0;

    private readonly PatientRecord[] _patients = SimulatedTrial.Patients(
        ScenarioFile.Text("metastatic-tace-sorafenib.yaml").With("patients: 55", "patients: 1").With("{probability: 0.05, by: 12mo}", "none"), 10_000);

    // The study's page: 34, 29, 17, 9 and 5 % with one to five sessions. An independent simulation of the same assumptions gives 35, 30, 17, 9 and 5 and a mean of 2.34.
    [Fact, Trait("Source", "Independent")]
    public void Sessions_WithoutLosses_HaveTheDistribution()
    {
        int[] sessions = [.. _patients.Select(patient => patient.Course.Count(entry => entry is { Kind: CourseEntryKind.Session, Subject: Tace })).Where(count => count > 0)];
        double[] expected = [0.34, 0.29, 0.17, 0.09, 0.05];
        for (int count = 1; count <= expected.Length; count++)
        {
            double share = sessions.Count(one => one == count) / (double)sessions.Length;
            output.WriteLine($"{count}: {share:F3} {expected[count - 1]}");
            Assert.Equal(expected[count - 1], share, 0.025);
        }

        Assert.Equal(2.34, sessions.Average(), 0.08);
    }

    // Rules T2, T6 and T7: scans 28 to 56 days after a session, sorafenib 3 to 7 days after it and stopped a day before the next.
    [Fact, Trait("Source", "Published")]
    public void Course_EachSession_RestartsTheClocks()
    {
        foreach (PatientRecord patient in _patients.Take(2_000))
        {
            double session = double.NaN;
            bool isScanned = true;
            double held = double.NaN;
            foreach (CourseEntry entry in patient.Course)
            {
                switch (entry)
                {
                    case { Kind: CourseEntryKind.Session, Subject: Tace }:
                        Assert.True(double.IsNaN(held) || Math.Abs(entry.Day - held - 1) < 1e-9, $"held on {held}, session on {entry.Day}");
                        (session, isScanned, held) = (entry.Day, false, double.NaN);
                        break;
                    case { Kind: CourseEntryKind.VisitKept, Subject: Imaging } when !isScanned:
                        Assert.InRange(entry.Day - session, 28 - 1e-9, 56 + 1e-9);
                        isScanned = true;
                        break;
                    case { Kind: CourseEntryKind.DrugStarted, Subject: Sorafenib } when entry.Day - session < 20 && double.IsNaN(held):
                        Assert.InRange(entry.Day - session, 3 - 1e-9, 7 + 1e-9);
                        break;
                    case { Kind: CourseEntryKind.DrugHeld, Subject: Sorafenib }:
                        held = entry.Day;
                        break;
                }
            }
        }
    }
}
