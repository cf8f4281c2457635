using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TrialSim.Results;
using TrialSim.Results.Samples;
using TrialSim.Results.Tables;

namespace TrialSim.Charts.Tests;

/// <summary>Charts of what the first replicates show of their patients.</summary>
public sealed class SampleChartsTests
{
    private static readonly IReadOnlyList<Chart> Charts = ChartCatalogue.Of(Samples.ThreeArms);

    [Fact, Trait("Source", "ByHand")]
    public void Of_ASample_HasAChartOfEachListInItsPartOfTheReport()
    {
        string[] dataGeneration =
        [
            "resource-months-angiography_suite", "accrual", "best-levels-tumour_response", "marker-afp", "best-changes-afp", "seen-delays-progression", "adverse-events",
        ];

        Assert.Equal(dataGeneration, Charts.Where(chart => chart.Part == ReportPart.DataGeneration).Select(chart => chart.Name));
        Assert.Equal(["courses-3", "courses-1"], Charts.Where(chart => chart.Part == ReportPart.Examples).Select(chart => chart.Name));
        Assert.Equal(
            ["resource-months.csv", "accrual.csv", "best-levels.csv", "marker-courses.csv", "best-changes.csv", "seen-delays.csv", "adverse-events.csv"],
            Charts.Where(chart => chart.Part == ReportPart.DataGeneration).Select(chart => chart.Source));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_NoSample_HasNoneOfThem()
    {
        RunSummary without = Samples.ThreeArms with { Sample = TrialSample.None };

        Assert.Equal(ChartCatalogue.Of(Runs.ThreeArms).Select(chart => chart.Name), ChartCatalogue.Of(without).Select(chart => chart.Name));
    }

    [Fact, Trait("Source", "Property")]
    public void Data_OfEveryChart_IsRowsOfItsFile()
    {
        TrialSample sample = Samples.ThreeArms.Sample;

        AssertRows("accrual", AccrualColumns.All, sample.Accrual);
        AssertRows("best-levels-tumour_response", BestLevelColumns.All, sample.BestLevels);
        AssertRows("marker-afp", MarkerCourseColumns.All, sample.MarkerCourses);
        AssertRows("best-changes-afp", BestChangeColumns.All, sample.BestChanges);
        AssertRows("seen-delays-progression", SeenDelayColumns.All, sample.SeenDelays);
        AssertRows("adverse-events", AdverseEventColumns.All, sample.AdverseEvents);
        AssertRows("resource-months-angiography_suite", ResourceMonthColumns.All, sample.ResourceMonths);
        AssertRows("courses-3", CourseColumns.All, sample.Courses);
    }

    [Fact, Trait("Source", "Property")]
    public void KaplanMeier_WithTrueCurves_DrawsThemDashedFromTheirTable()
    {
        Chart chart = Of("kaplan-meier-pfs-final");
        JsonArray layers = chart.Spec["vconcat"]![0]!["layer"]!.AsArray();

        Assert.Equal(
            Samples.ThreeArms.Sample.TrueCurves.Where(point => point.Endpoint == "pfs").Select(point => (point.Arm, point.Months, point.Survival)),
            chart.Spec["datasets"]!["truth"]!.AsArray().Select(row => ((string)row!["arm"]!, (double)row["true_months"]!, (double)row["true_survival"]!)));
        Assert.Equal(["as trials see it, mean", "as it truly is"], layers.Select(layer => layer!["encoding"]?["strokeDash"]?["datum"]).Where(line => line is not null).Select(line => (string)line!));
        Assert.Contains("Dashed: as it truly is", chart.Description, StringComparison.Ordinal);
        Assert.Equal("tace: as it truly is", chart.Table.Columns[^3]);
        Assert.Equal("1.000", chart.Table.Rows[0][^3]);
    }

    // Accrual is over at month 26; the picture goes on for an eighth of that, the table to the end.
    [Fact, Trait("Source", "ByHand")]
    public void Accrual_LongAfterTheLastPatient_EndsSoonAfterThem()
    {
        Chart chart = Of("accrual");

        Assert.Equal(29, DataOf(chart).Max(row => (double)row["months"]!));
        Assert.Equal(49, chart.Table.Rows.Count);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Accrual_NothingPlanned_HasNoDashedLine()
    {
        RunSummary summary = Samples.ThreeArms with { Sample = Samples.ThreeArms.Sample with { Accrual = [.. Samples.ThreeArms.Sample.Accrual.Select(point => point with { Planned = null })] } };
        Chart chart = ChartCatalogue.Of(summary).Single(chart => chart.Name == "accrual");

        Assert.DoesNotContain("planned", chart.Spec["layer"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Dashed", chart.Description, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void BestChanges_InEachArm_FallFromLeftToRightOverTheWholeWidth()
    {
        foreach (JsonNode? view in Of("best-changes-afp").Spec["vconcat"]!.AsArray())
        {
            JsonNode[] bars = [.. view!["data"]!["values"]!.AsArray().Select(bar => bar!)];

            Assert.Equal(bars.Select(bar => (double)bar["change"]!).OrderDescending(), bars.Select(bar => (double)bar["change"]!));
            Assert.Equal((0, 1), ((double)bars[0]["rank_from"]!, (double)bars[^1]["rank_to"]!));
            Assert.Equal([-1, 1], view["encoding"]!["y"]!["scale"]!["domain"]!.AsArray().Select(end => (double)end!));
        }

        Assert.Contains("Bars are cut at +100 %.", Of("best-changes-afp").Description, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void BestChanges_BelowNought_SaysThatBarsAreCut()
    {
        BestChange[] changes = [new(1, "balance", "", 1, "tace", 5, -10, -3)];

        Chart chart = ChartCatalogue.Of(Samples.ThreeArms with { Sample = TrialSample.None with { BestChanges = changes } }).Single(chart => chart.Name == "best-changes-balance");

        Assert.Contains("Bars are cut at −100 %: the marker may be negative, and who has no first measurement above 0 has no bar.", chart.Description, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void BestChanges_OfManyPatients_DrawsThreeHundredAtEvenDistances()
    {
        BestChange[] many = [.. Enumerable.Range(0, 3_000).Select(patient => new BestChange(1, "afp", "ng/ml", patient + 1, "tace", 3_000, 3_000 - patient, -patient / 3_000.0))];
        Chart chart = ChartCatalogue.Of(Samples.ThreeArms with { Sample = TrialSample.None with { BestChanges = many } }).Single(chart => chart.Name == "best-changes-afp");
        JsonArray bars = Assert.Single(chart.Spec["vconcat"]!.AsArray())!["data"]!["values"]!.AsArray();

        Assert.Equal(Enumerable.Range(0, 300).Select(bar => (10L * bar) + 1), bars.Select(bar => (long)bar!["patient"]!));
        Assert.Equal(3_000, chart.Table.Rows.Count);
    }

    // Of 891 patients the last 5 % lie outside; of the others no more than 600 are drawn. Scans are six weeks apart, a week early or late: no week of the 42 − 2 · 7 days between is shaded.
    [Fact, Trait("Source", "ByHand")]
    public void SeenDelays_OfManyPatients_DrawsSomeAndShadesTheWeeksOfTheScans()
    {
        Chart chart = Of("seen-delays-progression");
        double[] shaded = [.. chart.Spec["datasets"]!["weeks"]!.AsArray().Select(week => (double)week!["week_from"]!)];

        Assert.Equal(600, DataOf(chart).Length);
        Assert.StartsWith("600 of 891 patients sampled; seen ", (string)chart.Spec["title"]!["subtitle"]!, StringComparison.Ordinal);
        Assert.Contains(35, shaded);
        Assert.DoesNotContain(56, shaded);
        Assert.Contains(77, shaded);
    }

    [Fact, Trait("Source", "ByHand")]
    public void AdverseEvents_MostFrequentFirst_EachFollowedByItsSevereGrades()
    {
        Chart chart = Of("adverse-events");
        string[] groups = [.. chart.Spec["encoding"]!["y"]!["sort"]!.AsArray().Select(group => (string)group!)];

        Assert.Equal(
            ["hand_foot_syndrome", "hand_foot_syndrome, grade 3 or more", "fatigue", "fatigue, grade 3 or more", "post_embolisation_syndrome", "post_embolisation_syndrome, grade 3 or more"],
            groups);
        Assert.Contains("The table has all grades", chart.Description, StringComparison.Ordinal);
        Assert.Contains(chart.Table.Rows, row => row[1] == "2");
    }

    // Progression is seen in week 36 and hollow until then; nobody is followed after death, which therefore has its own symbol.
    [Fact, Trait("Source", "ByHand")]
    public void Courses_EventAfterWhichNobodyIsFollowed_HasACross()
    {
        JsonNode[] layers = [.. Of("courses-3").Spec["layer"]!.AsArray().Select(layer => layer!)];
        JsonNode shapes = layers.Single(layer => (string)layer["mark"]!["type"]! == "point")["encoding"]!["shape"]!["scale"]!;
        Dictionary<string, string> shapeOf = shapes["domain"]!.AsArray().Zip(shapes["range"]!.AsArray()).ToDictionary(pair => (string)pair.First!, pair => (string)pair.Second!);

        Assert.Equal("cross", shapeOf["death known"]);
        Assert.Equal("triangle-up", shapeOf["progression known"]);
        Assert.Equal("triangle-up", shapeOf["progression happened"]);
        Assert.Equal("First patients of simulated trial 3, which stopped early", Of("courses-3").Title);
    }

    private static Chart Of(string name) => Charts.Single(chart => chart.Name == name);

    /// <summary>Data of all views of a chart that hold rows of its file.</summary>
    private static JsonNode[] DataOf(Chart chart)
    {
        List<JsonNode> found = [];
        Collect(chart.Spec, found);
        return [.. found];
    }

    private static void Collect(JsonNode? node, List<JsonNode> found)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (JsonNode? item in list)
                {
                    Collect(item, found);
                }

                break;
            case JsonObject single when single.ContainsKey("replicate") || single.ContainsKey("replicates") || single.ContainsKey("patients"):
                found.Add(single);
                break;
            case JsonObject parts:
                foreach ((_, JsonNode? part) in parts)
                {
                    Collect(part, found);
                }

                break;
        }
    }

    private static void AssertRows<TRow>(string name, ImmutableArray<Column<TRow>> columns, IReadOnlyList<TRow> rows)
    {
        HashSet<string> known = [.. rows.Select(row => string.Join('|', columns.Select(column => column.Cell(row).ToString())))];
        JsonNode[] data = DataOf(Of(name));

        Assert.NotEmpty(data);
        Assert.All(data, datum => Assert.Contains(string.Join('|', columns.Select(column => TextOf(column.Type, datum[column.Name]))), known));
    }

    private static string TextOf(ColumnType type, JsonNode? value) => type switch
    {
        _ when value is null => "",
        ColumnType.Text => (string)value!,
        ColumnType.Number => Cell.Of((double)value).ToString(),
        _ => Cell.Of((long)value).ToString(),
    };
}
