using System.Security.Cryptography;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model.Forecasts;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Tests.Folder;

public sealed class RunRecorderTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("trialsim-results-");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact, Trait("Source", "Property")]
    public void Record_AnyNumberOfThreads_WritesTheSameBytes()
    {
        string[] files = ["replicates.csv", "operating-characteristics.csv", "operating-characteristics.json", "curves.csv", "examples.csv", "distributions.csv", "manifest.json"];
        string one = Record("one", 200, threads: 1);
        foreach (int threads in new[] { 2, 8 })
        {
            string many = Record($"threads-{threads}", 200, threads);
            Assert.All(files, file => Assert.Equal(HashOf(one, file), HashOf(many, file)));
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Record_MoreReplicates_ExtendsTheFile()
    {
        string few = File.ReadAllText(Path.Combine(Record("few", 100, 2), "replicates.csv"));
        string more = File.ReadAllText(Path.Combine(Record("more", 200, 2), "replicates.csv"));

        Assert.StartsWith(few, more, StringComparison.Ordinal);
        Assert.True(more.Length > few.Length);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Record_Replicates_HaveOneRowForEachKeyAndEmptyCellsForWhatIsMissing()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Record("rows", 3, 1), "replicates.csv"));

        // final: 3 counts, test, hr, 3 medians, 2 milestones and their difference; seldom: 3 counts and test.
        Assert.Equal(1 + (3 * (11 + 4)), lines.Length);
        Assert.Equal(
            "replicate,look,look_time,endpoint,analysis,arm,control,measure,patients,events,estimate,standard_error,lower,upper,z,p_value,rejected,status",
            lines[0]);
        string[] test = lines.First(line => line.Contains(",log_rank,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(["1", "final"], test[..2]);
        Assert.Equal(["os", "test", "b", "a", "log_rank", "40"], test[3..9]);
        Assert.Equal(["", "", "", ""], test[10..14]);
        Assert.All(test[14..16], cell => Assert.NotEqual("", cell));
        Assert.Contains(lines, line => line.Split(',')[1] == "seldom" && line.Split(',')[2].Length == 0 && line.EndsWith(",look_not_reached", StringComparison.Ordinal));
    }

    [Fact, Trait("Source", "Property")]
    public void Record_MoreReplicates_AllocatesLittleForEach()
    {
        Record("warm-up", 64, 1);
        long few = BytesOf("thousand", 1000);
        long many = BytesOf("three-thousand", 3000);

        // What is kept for quantiles, 8 bytes an estimate, and what the engine leaves; no string for any of the 15 rows of 18 cells.
        Assert.InRange((many - few) / 2000.0, 0, 2500);
    }

    private long BytesOf(string name, uint replicates)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Record(name, replicates, threads: 1, CurvePlan.None); // One thread is this one.
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string HashOf(string folder, string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));

    private string Record(string name, uint replicates, int threads) => Record(name, replicates, threads, CurvePlanner.Plan(ThreeArmTrial.Trial, ThreeArmTrial.Seed));

    private string Record(string name, uint replicates, int threads, CurvePlan curves)
    {
        string folder = Path.Combine(_place.FullName, name);
        using ResultsDraft draft = ResultsDraft.Open(folder);
        using RunRecorder recorder = new(draft, ThreeArmTrial.Trial, curves);
        Campaign.Run(ThreeArmTrial.Trial, ThreeArmTrial.Seed, new ReplicateRange(1, replicates), curves, threads, recorder.Prepare, recorder.Add, CancellationToken.None);
        recorder.Finish(new Manifest("three-arm", "", "1.0", "TrialSim.Kernel", ThreeArmTrial.Seed, 1, replicates, replicates, ""), TrialForecast.Of(ThreeArmTrial.Trial), []);
        draft.Publish();
        return folder;
    }
}
