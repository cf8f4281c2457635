using TrialSim.Results.Folder;

namespace TrialSim.Results.Tests.Folder;

public sealed class ResultsDraftTests : IDisposable
{
    private const string OurManifest = """{"resolved_scenario_sha256": ""}""";

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("trialsim-results-");

    private string Folder => Path.Combine(_place.FullName, "trial");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void Publish_NewFolder_HoldsTheFilesAndNothingElseStays()
    {
        using (ResultsDraft draft = ResultsDraft.Open(Folder))
        {
            draft.WriteText("manifest.json", OurManifest);
            draft.WriteText("charts/a.vl.json", "{}");
            Assert.False(Directory.Exists(Folder));
            draft.Publish();
        }

        Assert.Equal("{}", File.ReadAllText(Path.Combine(Folder, "charts", "a.vl.json")));
        Assert.Equal([Folder], Directory.GetFileSystemEntries(_place.FullName));
    }

    [Fact]
    public void Publish_OlderResults_AreReplacedAsAWhole()
    {
        Publish("curves.csv");
        Publish("report.html");

        Assert.Equal(["manifest.json", "report.html"], Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Dispose_BeforePublish_LeavesTheOlderResults()
    {
        Publish("curves.csv");
        using (ResultsDraft draft = ResultsDraft.Open(Folder))
        {
            draft.WriteText("half", "");
        }

        Assert.True(File.Exists(Path.Combine(Folder, "curves.csv")));
        Assert.Equal([Folder], Directory.GetFileSystemEntries(_place.FullName));
    }

    // What is written goes on into files without a name, on systems that let them be removed.
    [Fact, Trait("Source", "Regression")]
    public void Publish_DraftWasRemovedMeanwhile_PublishesNothing()
    {
        using ResultsDraft draft = ResultsDraft.Open(Folder);
        draft.WriteText("replicates.csv", "of days");
        Directory.Delete(Folder + ".trialsim-partial", recursive: true);

        ResultsFolderException refused = Assert.Throws<ResultsFolderException>(() => draft.WriteText("manifest.json", OurManifest));
        Assert.Throws<ResultsFolderException>(() => draft.Publish());
        Assert.Equal(
            $"The results were being written to '{Folder}.trialsim-partial', and that folder, or a part of it, was removed meanwhile. Nothing is published. Run it again, and leave that folder alone until its run has ended.",
            refused.Message);
        Assert.False(Directory.Exists(Folder));
    }

    // The soak found it: a table that is closed after the results have their name, a second after the last look at the draft.
    [Fact, Trait("Source", "Regression")]
    public void Guarded_AfterPublish_KnowsThatTheDraftHasItsName()
    {
        using ResultsDraft draft = ResultsDraft.Open(Folder);
        draft.WriteText("manifest.json", OurManifest);
        draft.Publish();
        Thread.Sleep(1100);

        draft.Guarded(() => { });
    }

    [Fact, Trait("Source", "Regression")]
    public void Publish_LockWasTouched_PublishesAllTheSame()
    {
        using ResultsDraft draft = ResultsDraft.Open(Folder);
        draft.WriteText("manifest.json", OurManifest);
        File.SetLastWriteTimeUtc(Folder + ".trialsim-lock", DateTime.UnixEpoch);

        draft.Publish();

        Assert.True(File.Exists(Path.Combine(Folder, "manifest.json")));
    }

    // Where a file system tells times in whole seconds, or two, both files are of the same one.
    [RemovalFact, Trait("Source", "Regression")]
    public void Publish_DraftAndLockWereRemovedAndAnotherRunHasBegun_LeavesThatOneAlone()
    {
        using ResultsDraft first = ResultsDraft.Open(Folder);
        first.WriteText("manifest.json", "first");
        Directory.Delete(Folder + ".trialsim-partial", recursive: true);
        DateTime made = File.GetLastWriteTimeUtc(Folder + ".trialsim-lock");
        File.Delete(Folder + ".trialsim-lock");
        using (ResultsDraft second = ResultsDraft.Open(Folder))
        {
            File.SetLastWriteTimeUtc(Folder + ".trialsim-lock", made);
            second.WriteText("manifest.json", OurManifest);
            Assert.Throws<ResultsFolderException>(() => first.WriteText("report.html", "first"));
            Assert.Throws<ResultsFolderException>(() => first.Publish());
            first.Dispose();
            Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder)); // The second one's lock holds.
            second.Publish();
        }

        Assert.Equal(OurManifest, File.ReadAllText(Path.Combine(Folder, "manifest.json")));
        Assert.Equal([Folder], Directory.GetFileSystemEntries(_place.FullName));
    }

    [Fact, Trait("Source", "Regression")]
    public void Open_LinkThatLeadsNowhere_SaysSo()
    {
        Directory.CreateSymbolicLink(Folder, "nowhere");

        ResultsFolderException refused = Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder));
        Assert.Equal($"'{Folder}' is a link to 'nowhere', which is not there. Make that folder, remove the link, or name another folder with --out.", refused.Message);
    }

    [Fact, Trait("Source", "Regression")]
    public void Open_LinksInACircle_SaysSo()
    {
        string other = Path.Combine(_place.FullName, "other");
        Directory.CreateSymbolicLink(Folder, other);
        Directory.CreateSymbolicLink(other, Folder);

        ResultsFolderException refused = Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder));
        Assert.Equal($"'{Folder}' is a link to '{other}', from where links lead back to it. Remove the link, or name another folder with --out.", refused.Message);
    }

    [Fact, Trait("Source", "Property")]
    public void Open_LinkToAFile_SaysThatItIsAFile()
    {
        string file = Path.Combine(_place.FullName, "file.txt");
        File.WriteAllText(file, "");
        File.CreateSymbolicLink(Folder, file);

        ResultsFolderException refused = Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder));
        Assert.Equal($"'{Folder}' is a file, not a folder. Name another folder with --out.", refused.Message);
    }

    // A rename of such a place is refused by the system, after all the work.
    [FactWith("/proc/self"), Trait("Source", "Regression")]
    public void Open_PlaceOfAMount_IsRefusedBeforeAnythingIsDone()
    {
        ResultsFolderException refused = Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open("/proc"));
        Assert.Equal("'/proc' is a place where a file system is mounted, and cannot be replaced as a whole. Name a folder in it with --out.", refused.Message);
    }

    [Fact]
    public void Open_FolderWithOtherFiles_IsRefusedAndKept()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "thesis.tex"), "years of work");

        ResultsFolderException refused = Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder));
        Assert.Equal(
            $"'{Folder}' holds files that are not results of TrialSim ('thesis.tex'), and they would be lost. Name another folder with --out.",
            refused.Message);
        Assert.True(File.Exists(Path.Combine(Folder, "thesis.tex")));
    }

    [Fact]
    public void Open_ManifestOfAnotherProgram_IsRefusedAndKept()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "manifest.json"), """{"name": "my browser extension"}""");

        Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder));
        Assert.True(File.Exists(Path.Combine(Folder, "manifest.json")));
    }

    [Fact]
    public void Open_NotesAmongOlderResults_IsRefusedAndKept()
    {
        Publish("curves.csv");
        File.WriteAllText(Path.Combine(Folder, "my-notes.md"), "what I think of it");

        Assert.Contains("'my-notes.md'", Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder)).Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Folder, "my-notes.md")));
    }

    [Fact]
    public void Publish_LinkToAFolder_WritesWhereItLeads()
    {
        DirectoryInfo target = Directory.CreateDirectory(Path.Combine(_place.FullName, "elsewhere"));
        Directory.CreateSymbolicLink(Folder, target.FullName);
        Publish("curves.csv");

        Assert.True(File.Exists(Path.Combine(target.FullName, "curves.csv")));
        Assert.NotNull(new DirectoryInfo(Folder).LinkTarget);
    }

    [Fact]
    public void Open_File_IsRefused()
    {
        File.WriteAllText(Folder, "a file");

        Assert.Equal(
            $"'{Folder}' is a file, not a folder. Name another folder with --out.",
            Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder)).Message);
    }

    [Fact]
    public void Open_BelowAFile_IsRefusedWithTheReason()
    {
        File.WriteAllText(Folder, "a file");

        string below = Path.Combine(Folder, "below", "deep");
        Assert.Equal(
            $"'{below}' cannot be a folder, because '{Folder}' is a file. Name another folder with --out.",
            Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(below)).Message);
    }

    [Fact]
    public void Open_WhileAnotherRunWrites_IsRefusedAndDisturbsNothing()
    {
        using ResultsDraft first = ResultsDraft.Open(Folder);
        first.WriteText("manifest.json", OurManifest);

        Assert.Equal(
            $"Another run is writing to '{Folder}'. Wait for it, or name another folder with --out.",
            Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder)).Message);
        first.Publish();
        Assert.True(File.Exists(Path.Combine(Folder, "manifest.json")));
    }

    [Fact]
    public void Open_AfterAKillBetweenTheRenames_BringsTheOlderResultsBack()
    {
        Publish("curves.csv");
        Directory.Move(Folder, Folder + ".trialsim-replaced");

        using (ResultsDraft.Open(Folder))
        {
            Assert.True(File.Exists(Path.Combine(Folder, "curves.csv")));
        }

        Assert.Equal([Folder], Directory.GetFileSystemEntries(_place.FullName));
    }

    [Fact]
    public void PublishStopped_OlderResultsThere_StandsBesideThem()
    {
        Publish("curves.csv");
        using (ResultsDraft draft = ResultsDraft.Open(Folder))
        {
            draft.WriteText("manifest.json", OurManifest);
            draft.WriteText("report.html", "");
            Assert.Equal(Folder + "-stopped", draft.PublishStopped());
        }

        Assert.True(File.Exists(Path.Combine(Folder, "curves.csv")));
        Assert.True(File.Exists(Path.Combine(Folder + "-stopped", "report.html")));
        Assert.Equal(2, Directory.GetFileSystemEntries(_place.FullName).Length);
    }

    [Fact]
    public void PublishStopped_NothingThere_TakesTheName()
    {
        using ResultsDraft draft = ResultsDraft.Open(Folder);
        draft.WriteText("manifest.json", OurManifest);

        Assert.Equal(Folder, draft.PublishStopped());
    }

    [Fact]
    public void Dispose_WithAReplicateLog_KeepsItAndNothingElse()
    {
        using (ResultsDraft draft = ResultsDraft.Open(Folder))
        {
            draft.WriteText("replicates.log", "");
            draft.WriteText("null/replicates.log", "");
            draft.WriteText("null/replicates.csv", "");
            draft.WriteText("charts/a.svg", "");
            draft.WriteText("replicates.csv", "");
        }

        Assert.Equal(
            ["null/replicates.log", "replicates.log"],
            Directory.GetFiles(Folder + ".trialsim-partial", "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder + ".trialsim-partial", file)).Order());
        Assert.False(Directory.Exists(Folder + ".trialsim-partial/charts"));
    }

    [Fact]
    public void Open_Shards_AreNotLost()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "shards"));

        Assert.Equal(
            $"'{Folder}' holds shards of a run, and they would be lost. 'trialsim merge {Folder}' makes results of them; for other results, name another folder with --out.",
            Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder)).Message);
    }

    [Fact]
    public void Publish_BesideShards_KeepsThem()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "shards"));
        File.WriteAllText(Path.Combine(Folder, "shards", "1-of-1.log"), "");
        PublishBesideShards();
        PublishBesideShards();

        Assert.Equal(["manifest.json", "shards"], Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName).Order());
        Assert.True(File.Exists(Path.Combine(Folder, "shards", "1-of-1.log")));
        Assert.Equal([Folder], Directory.GetFileSystemEntries(_place.FullName));
    }

    [Fact]
    public void Open_AfterAKillBeforeTheShardsCameBack_BringsThemBack()
    {
        Publish("curves.csv");
        Directory.CreateDirectory(Folder + ".trialsim-replaced/shards");

        ResultsDraft.Open(Folder, "--out", EarlierWork.ShardsKept).Dispose();

        Assert.True(Directory.Exists(Path.Combine(Folder, "shards")));
    }

    private void PublishBesideShards()
    {
        using ResultsDraft draft = ResultsDraft.Open(Folder, "--out", EarlierWork.ShardsKept);
        draft.WriteText("manifest.json", OurManifest);
        draft.Publish();
    }

    private void Publish(string file)
    {
        using ResultsDraft draft = ResultsDraft.Open(Folder);
        draft.WriteText("manifest.json", OurManifest);
        draft.WriteText(file, "");
        draft.Publish();
    }
}
