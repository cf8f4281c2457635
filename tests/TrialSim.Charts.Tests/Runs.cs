using TrialSim.Results;
using TrialSim.Results.Formulas;

namespace TrialSim.Charts.Tests;

/// <summary>Summaries as a run would leave them, made from exponential curves by formula.</summary>
public static class Runs
{
    private const double PatientsAnArm = 150;
    private const long Replicates = 10_000;

    private static readonly (string Endpoint, double[] MedianMonths)[] Endpoints =
    [
        ("os", [20, 32, 21.5]),
        ("pfs", [7, 13.5, 8.75]),
    ];

    /// <summary>Three arms, two endpoints, one look, four analyses.</summary>
    public static RunSummary ThreeArms { get; } = WithArms(
        "three-arm-tace",
        "TACE alone, TACE + RFA and TACE + sorafenib in unresectable HCC. Which arm should be kept?",
        ["tace", "tace_rfa", "tace_sorafenib"]);

    /// <summary>The same run under names that would break a page or a script which did not escape them.</summary>
    public static RunSummary HostileNames { get; } = WithArms(
        "<script>alert(1)</script>",
        "\"quotes\" & </script><img src=x onerror=alert(2)> <!-- ü",
        ["arm \"A\"", "arm 'B' <b>", "c].x[\\</script>"]);

    /// <summary>A trial with two looks of which the first may stop it, and nothing but what is known of the whole.</summary>
    public static RunSummary TwoLooks { get; } = ThreeArms with
    {
        OperatingCharacteristics =
        [
            Row("interim", "", "", "", Measures.LookReached, "probability", 1, 0),
            Row("interim", "", "", "", Measures.StoppedBefore, "probability", 0, 0),
            Row("interim", "", "", "", Measures.StopProbability, "probability", 0.15, 0.0036) with { Subject = "efficacy" },
            Row("interim", "", "", "", Measures.StopProbability, "probability", 0.05, 0.0022) with { Subject = "futility" },
            Row("interim", "", "", "", Measures.StopProbability, "probability", 0.2, 0.004),
            Row("", "os", "os_test", "tace_rfa v tace", Measures.OverallPower, "probability", 0.8, 0.004),
            Row("", "", "", "", Measures.TrialDuration, "months", 40, 0.1),
            .. Measures.TrialQuantiles.Select(share => Row("", "", "", "", Measures.QuantileOf(Measures.TrialDuration, share), "months", 30 + (20 * share), 0.1)),
            Row("", "", "", "", Measures.StopProbability, "probability", 0.15, 0.0036) with { Subject = "efficacy" },
            Row("", "", "", "", Measures.StopProbability, "probability", 0.05, 0.0022) with { Subject = "futility" },
            Row("", "", "", "", Measures.StopProbability, "probability", 0.2, 0.004),
            Row("", "os", "os_test", "tace_rfa v tace", Measures.TypeIError, "probability", 0.024, 0.0015),
        ],
        Distributions = [.. Bins("", Measures.TrialDuration, "months", 30, 5, [1_000, 4_000, 4_000, 1_000])],
    };

    /// <summary>A trial with a test with bounds over two looks, of which some trials do not have the second, and beside it a Cox regression of the same comparison at both.</summary>
    public static RunSummary Sequential { get; } = ThreeArms with
    {
        OperatingCharacteristics =
        [
            Row("interim", "", "", "", Measures.LookReached, "probability", 1, 0),
            Row("interim", "os", "os_test", "tace_rfa v tace", Measures.Power, "probability", 0.2, 0.004),
            Row("interim", "os", "os_hr", "tace_rfa v tace", Measures.Power, "probability", 0.587, 0.005),
            Row("interim", "os", "os_hr", "tace_rfa v tace", Measures.PowerForBenefit, "probability", 0.586, 0.005),
            Row("interim", "os", "os_hr", "tace_rfa v tace", Measures.HazardRatio, "ratio", 0.7, 0.001),
            Row("interim", "os", "os_test", "tace_rfa v tace", Measures.CumulativePower, "probability", 0.2, 0.004),
            Row("final", "", "", "", Measures.LookReached, "probability", 0.8, 0.004),
            Row("final", "os", "os_test", "tace_rfa v tace", Measures.Power, "probability", 0.668, 0.005),
            Row("final", "os", "os_hr", "tace_rfa v tace", Measures.Power, "probability", 0.669, 0.005),
            Row("final", "os", "os_hr", "tace_rfa v tace", Measures.HazardRatio, "ratio", 0.72, 0.001),
            Row("final", "os", "os_test", "tace_rfa v tace", Measures.CumulativePower, "probability", 0.868, 0.003),
            Row("", "os", "os_test", "tace_rfa v tace", Measures.OverallPower, "probability", 0.868, 0.003),
            Row("", "os", "", "", Measures.TrialEvents, "events", 250, 0.5),
            .. Measures.TrialQuantiles.Select(share => Row("", "os", "", "", Measures.QuantileOf(Measures.TrialEvents, share), "events", 150 + (150 * share), 0.1)),
            Row("", "", "", "", Measures.TrialDuration, "months", 40, 0.1) with { NotEstimable = 12 },
            .. Measures.TrialQuantiles.Select(share => Row("", "", "", "", Measures.QuantileOf(Measures.TrialDuration, share), "months", 30 + (20 * share), 0.1)),
        ],
        Distributions = [.. Bins("os", Measures.TrialEvents, "events", 149.5, 50, [2_000, 1_000, 7_000]), .. Bins("", Measures.TrialDuration, "months", 30, 5, [1_000, 4_000, 4_000, 1_000]).Select(bin => bin with { NotEstimable = 12 })],
    };

    /// <summary>A trial of which every replicate has as many patients, with a resource of its sites.</summary>
    public static RunSummary Resources { get; } = ThreeArms with
    {
        OperatingCharacteristics =
        [
            Row("", "", "", "", Measures.TrialPatients, "patients", 60, 0),
            .. Measures.TrialQuantiles.Select(share => Row("", "", "", "", Measures.QuantileOf(Measures.TrialPatients, share), "patients", 60, 0)),
            Row("", "", "", "", Measures.ResourceUtilisation, "probability", 0.7, 0.002) with { Subject = "suite" },
            Row("", "", "", "", Measures.ResourceWait, "days", 3.29, 0.06) with { Subject = "suite" },
            Row("", "", "", "", Measures.ResourceWaited, "probability", 0.76, 0.003) with { Subject = "suite" },
            Row("", "", "", "", Measures.ResourceLate, "probability", 0.22, 0.004) with { Subject = "suite" },
        ],
        Distributions = [new DistributionBin("", "", "", "", Measures.TrialPatients, "patients", 60, 60, Replicates, 1)],
    };

    /// <summary>Interrupted before the first replicate was finished.</summary>
    public static RunSummary Empty { get; } =
        new(ThreeArms.Manifest with { Replicates = 0 }, ThreeArms.Arms, OperatingCharacteristics: [], Curves: [], CurveReplicates: 0, Formulas: []);

    private static RunSummary WithArms(string name, string description, string[] arms)
    {
        Manifest manifest = new(
            name, description, "0.1.0", "TrialSim.Kernel", Seed: 20261121, FirstReplicate: 1, Replicates, Replicates,
            "3f0c9d2b6a7e41f58c1d0b9e2a3f4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d");
        return new RunSummary(manifest, arms, [.. RowsOf(arms)], [.. CurvesOf(arms)], CurveReplicates: 1_000, [.. FormulasOf(arms)]);
    }

    private static IEnumerable<DistributionBin> Bins(string endpoint, string measure, string unit, double from, double width, long[] counts) =>
        counts.Select((count, bin) => new DistributionBin("", endpoint, "", "", measure, unit, from + (bin * width), from + ((bin + 1) * width), count, count / (double)counts.Sum()));

    private static IEnumerable<FormulaCheck> FormulasOf(string[] arms)
    {
        OperatingCharacteristic power = Row("final", "os", "os_rfa", $"{arms[1]} v {arms[0]}", Measures.Power, "probability", 0.881, 0.0032);
        FormulaCheck lakatos = new("final", "os", power.Analysis, power.Arm, power.Measure, power.Unit, "lakatos", 0.8819, power, -0.28125, "");
        yield return lakatos;
        yield return lakatos with { Method = FormulaCheck.SecondOpinion, Formula = 0.8838, Distance = -0.875 };
        yield return lakatos with { Endpoint = "pfs", Analysis = "", Arm = "", Method = FormulaCheck.NoFormula, Formula = null, Distance = null, Look = "", Note = "its hazard changes with the number age." };
    }

    private static IEnumerable<OperatingCharacteristic> RowsOf(string[] arms)
    {
        const string look = "final";
        yield return Row(look, "", "", "", Measures.LookTime, "months", 48.03, 0.012);
        yield return Row(look, "", "", "", Measures.LookReached, "probability", 1, 0);
        yield return Row(look, "", "", "", Measures.Patients, "patients", 450, 0);
        foreach ((string endpoint, double[] medians) in Endpoints)
        {
            for (int arm = 0; arm < arms.Length; arm++)
            {
                double events = PatientsAnArm * (1 - SurvivalAt(36, medians[arm]));
                yield return Row(look, endpoint, "", arms[arm], Measures.Events, "events", events, 0.06);
                OperatingCharacteristic median = Row(look, endpoint, "", arms[arm], Measures.MedianSurvival, "months", medians[arm], 0.022);
                yield return endpoint == "os" && arm == 1 ? median with { Replicates = 9_873, NotEstimable = 127 } : median;
            }

            foreach (int arm in new[] { 1, 2 })
            {
                double power = (endpoint, arm) switch { ("os", 1) => 0.881, ("os", _) => 0.094, (_, 1) => 0.998, _ => 0.431 };
                string analysis = $"{endpoint}_{(arm == 1 ? "rfa" : "sorafenib")}";
                string comparison = $"{arms[arm]} v {arms[0]}";
                double error = Math.Sqrt(power * (1 - power) / Replicates);
                OperatingCharacteristic powerRow = Row(look, endpoint, analysis, comparison, Measures.Power, "probability", power, error);
                yield return analysis == "pfs_sorafenib" ? powerRow with { Replicates = 10_000, NotEstimable = 40 } : powerRow;
                yield return Row(look, endpoint, analysis, comparison, Measures.HazardRatio, "ratio", medians[0] / medians[arm], 0.0012);
                yield return Row(look, endpoint, analysis, comparison, Measures.MeanZ, "z", Math.Log(medians[arm] / medians[0]) * 7, 0.01);
            }
        }
    }

    private static OperatingCharacteristic Row(
        string look, string endpoint, string analysis, string arm, string measure, string unit, double value, double error) =>
        new(look, endpoint, analysis, arm, measure, unit, value, error, value - (1.96 * error), value + (1.96 * error), Replicates, NotEstimable: 0);

    private static IEnumerable<CurvePoint> CurvesOf(string[] arms)
    {
        foreach ((string endpoint, double[] medians) in Endpoints)
        {
            for (int arm = 0; arm < arms.Length; arm++)
            {
                for (int half = 0; half <= 96; half++)
                {
                    double months = half / 2.0;
                    double survival = SurvivalAt(months, medians[arm]);
                    double atRisk = PatientsAnArm * survival * Math.Clamp((48 - months) / 24, 0, 1);
                    double spread = 1.96 * Math.Sqrt(survival * (1 - survival) / Math.Max(atRisk, 15));
                    yield return new CurvePoint(
                        "final", endpoint, arms[arm], months, survival, Math.Max(survival - spread, 0), Math.Min(survival + spread, 1), atRisk,
                        Replicates: 1_000);
                }
            }
        }
    }

    private static double SurvivalAt(double months, double medianMonths) => Math.Pow(0.5, months / medianMonths);
}
