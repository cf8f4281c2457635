using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>What an export writes of a protocol with doses, adverse events, responses and markers, beside what a replay of the same patients tells.</summary>
public sealed class ExportDatasetsTests : IAsyncLifetime, IDisposable
{
    private const string Yaml =
        """
        trialsim: 1
        name: datasets
        design:
          patients: 40
          arms:
            tace: {role: control, treatments: [tace]}
            combo: {treatments: [tace, sorafenib]}
          treatments:
            tace: {kind: procedure, first: {within: 0d..7d}}
            sorafenib:
              kind: drug
              start: {after: tace, within: 3d..7d}
              dose_mg_per_day: [800, 400]
              reduce_if: {adverse_event: {grade: 2, of: [rash]}}
              interrupt_if: {adverse_event: {grade: 3, of: [rash]}}
          visits:
            imaging: {after: randomisation, at: 6w ± 1w, then_every: 6w ± 1w}
            lab: {after: randomisation, at: 0d, then_every: 2mo}
          endpoints:
            os: {events: [death]}
            orr: {kind: binary, best: {response: [CR, PR]}}
            intensity: {kind: continuous, dose_intensity_of: sorafenib}
          looks:
            final: {when: {follow_up_of_last_patient: 12mo}}
          analyses:
            os_test: {endpoint: os, method: log_rank}
            orr_share: {endpoint: orr, method: proportion}
            mean_intensity: {endpoint: intensity, method: mean, arms: [combo]}
        truth:
          accrual: {duration: 6mo}
          states:
            response:
              levels: [CR, PR, SD, PD]
              seen_at: imaging
              changes: [{at: imaging, becomes: {CR: 0.1, PR: 0.3, SD: 0.5, PD: 0.1}}]
          events:
            rash:
              hazard: {median: 2mo}
              only_while: {taking: sorafenib}
              recurs: true
              grades: {1: 0.3, 2: 0.4, 3: 0.3}
              lasts: 2w..5w
              term: Palmar-plantar erythrodysaesthesia syndrome
              related_to: sorafenib
            death: {hazard: {median: 14mo}, causes: {liver_failure: 0.6, other: 0.4}}
          markers:
            afp:
              measured_at: lab
              distribution: log_normal
              correlation: 0.5
              unit: ng/mL
              profiles: [{since: randomisation, values: [{at: 0mo, mean: 885, sd: 469}, {at: 2mo, mean: 237, sd: 147}]}]
        run: {seed: 5, replicates: 2}

        """;

    private readonly TemporaryFolder _folder = new();
    private string _scenario = "";

    public async Task InitializeAsync()
    {
        _scenario = _folder.Write("datasets.yaml", Yaml);
        CommandLine export = await CommandLine.RunAsync("export", _scenario, "--replicate", "2", "--adam", _folder.PathOf("adam"));
        Assert.Equal((0, ""), (export.ExitCode, export.Error));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Source", "Property")]
    public void AdverseEvents_HaveTermGradeAndRelation()
    {
        Func<string, string>[] rows = Rows("adae");

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.Equal(
                ("combo", "Palmar-plantar erythrodysaesthesia syndrome", "RELATED", "SORAFENIB", "N", "Y"),
                (row("TRT01P"), row("AEDECOD"), row("AREL"), row("AERELTRT"), row("AESER"), row("TRTEMFL")));
            Assert.Contains(row("AETOXGR"), new[] { "1", "2", "3" });
            Assert.Equal(row("AENDT").Length > 0 ? "RECOVERED/RESOLVED" : "NOT RECOVERED/NOT RESOLVED", row("AEOUT"));
        });
        Assert.Contains(rows, row => row("AESEQ") == "2");
    }

    // The first rash of grade 2 or 3 takes the dose from 800 to 400, and there is none lower.
    [Fact, Trait("Source", "ByHand")]
    public void Exposure_DosesFollowTheAdverseEvents()
    {
        HashSet<string> reduced = [.. Rows("adae").Where(row => row("AETOXGR") is "2" or "3").Select(row => row("USUBJID"))];
        IGrouping<string, Func<string, string>>[] patients = [.. Rows("adex").Where(row => row("EXCAT") == "DRUG").GroupBy(row => row("USUBJID"))];

        Assert.NotEmpty(reduced);
        Assert.All(patients, patient =>
        {
            string[] taken = [.. patient.Where(row => row("EXADJ") is "" or "DOSE REDUCED").Select(row => row("EXDOSE")).Distinct()];
            Assert.Equal("800", taken[0]);
            Assert.All(taken.Skip(1), dose => Assert.Equal("400", dose));
            Assert.True(taken.Length == 1 || reduced.Contains(patient.Key));
        });
        Assert.Contains(Rows("adex"), row => row("EXADJ") == "INTERRUPTED" && row("EXDOSE") == "0");
    }

    [Fact, Trait("Source", "ByHand")]
    public void Markers_ChangeIsFromTheFirstMeasurement()
    {
        foreach (IGrouping<string, Func<string, string>> patient in Rows("adlb").GroupBy(row => row("USUBJID")))
        {
            Func<string, string> first = patient.First();
            Assert.Equal(("Y", first("AVAL"), "", "LAB 1", "AFP (ng/mL)"), (first("ABLFL"), first("BASE"), first("CHG"), first("AVISIT"), first("PARAM")));
            Assert.All(patient.Skip(1), row => Assert.Equal(Number(row("AVAL")) - Number(first("AVAL")), Number(row("CHG")), 1e-12));
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Responses_BestIsTheBestOfTheVisitsAndDecidesTheEndpoint()
    {
        string[] order = ["CR", "PR", "SD", "PD"];
        foreach (IGrouping<string, Func<string, string>> patient in Rows("adrs").GroupBy(row => row("USUBJID")))
        {
            int[] seen = [.. patient.Where(row => row("PARAMCD") == "OVR").Select(row => Array.IndexOf(order, row("AVALC")))];
            Func<string, string>[] best = [.. patient.Where(row => row("PARAMCD") == "BOR")];
            Assert.Equal(seen.Length == 0 ? [] : [order[seen.Min()]], best.Select(row => row("AVALC")));
            Assert.Equal(seen.Length > 0 && seen.Min() <= 1 ? "Y" : "N", patient.Single(row => row("PARAMCD") == "ORR")("AVALC"));
        }

        Assert.Contains(Rows("adrs"), row => row("AVISIT") == "IMAGING 2" && row("AVISITN") == "2");
    }

    [Fact, Trait("Source", "Property")]
    public void Subjects_CausesOfDeathAreThoseOfTheScenario() =>
        Assert.All(Rows("adsl"), row => Assert.Contains(row("DTHCAUS"), row("DTHFL") == "Y" ? new[] { "LIVER FAILURE", "OTHER" } : [""]));

    // What the engine's own analyses of that replicate say.
    [Fact, Trait("Source", "Independent")]
    public async Task SharesAndMeans_AreThoseOfTheReplicate()
    {
        await CommandLine.RunAsync("run", _scenario, "--threads", "1", "--out", _folder.PathOf("run"));
        Func<string, string>[] engine = [.. TableFile.Read(_folder.PathOf("run/replicates.csv")).Rows.Where(row => row("replicate") == "2")];

        foreach (string arm in new[] { "tace", "combo" })
        {
            Func<string, string>[] answers = [.. Rows("adrs").Where(row => row("PARAMCD") == "ORR" && row("TRT01P") == arm)];
            Func<string, string> share = engine.Single(row => row("analysis") == "orr_share" && row("arm") == arm);
            Assert.Equal(Number(share("estimate")), answers.Average(row => Number(row("AVAL"))), 1e-12);
        }

        Func<string, string> mean = engine.Single(row => row("analysis") == "mean_intensity");
        Assert.Equal(Number(mean("estimate")), Rows("adeff").Where(row => row("PARAMCD") == "INTENSIT" && row("TRT01P") == "combo").Average(row => Number(row("AVAL"))), 1e-12);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Replay_Chart_DrawsGradesDosesStatesAndMarkers()
    {
        string subject = Rows("adae").First(row => row("AETOXGR") == "3")("SUBJID");
        string file = _folder.PathOf("course.html");
        CommandLine replay = await CommandLine.RunAsync("replay", _scenario, "--replicate", "2", "--patient", int.Parse(subject, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), "--chart", file);

        Assert.Equal((0, ""), (replay.ExitCode, replay.Error));
        string page = File.ReadAllText(file);
        Assert.All(
            new[] { "grade 3", "sorafenib at a lower dose", "interrupted", "adverse event known", "marker measured", "response, true", "response, as known" },
            part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    private Func<string, string>[] Rows(string dataset) => [.. TableFile.Read(_folder.PathOf($"adam/{dataset}.csv")).Rows];

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
