using TrialSim.Results.Folder;

namespace TrialSim.Results.Tests.Folder;

public sealed class ResultsDraftTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("trialsim-results-");

    private string Folder => Path.Combine(_place.FullName, "trial");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void Publish_NewFolder_HoldsTheFilesAndNothingElseStays()
    {
        using (ResultsDraft draft = ResultsDraft.Open(Folder))
        {
            draft.WriteText("manifest.json", "{}");
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
        Publish("old");
        Publish("new");

        Assert.Equal(["manifest.json", "new"], Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Dispose_BeforePublish_LeavesTheOlderResults()
    {
        Publish("old");
        using (ResultsDraft draft = ResultsDraft.Open(Folder))
        {
            draft.WriteText("half", "");
        }

        Assert.True(File.Exists(Path.Combine(Folder, "old")));
        Assert.Equal([Folder], Directory.GetFileSystemEntries(_place.FullName));
    }

    [Fact]
    public void Open_FolderWithOtherFiles_IsRefusedAndKept()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "thesis.tex"), "years of work");

        ResultsFolderException refused = Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder));
        Assert.Equal(
            $"'{Folder}' holds files that are not results of TrialSim (it has no manifest.json), and they would be lost. Name another folder with --out.",
            refused.Message);
        Assert.True(File.Exists(Path.Combine(Folder, "thesis.tex")));
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
        first.WriteText("manifest.json", "{}");

        Assert.Equal(
            $"Another run is writing to '{Folder}'. Wait for it, or name another folder with --out.",
            Assert.Throws<ResultsFolderException>(() => ResultsDraft.Open(Folder)).Message);
        first.Publish();
        Assert.True(File.Exists(Path.Combine(Folder, "manifest.json")));
    }

    [Fact]
    public void Open_AfterAKillBetweenTheRenames_BringsTheOlderResultsBack()
    {
        Publish("old");
        Directory.Move(Folder, Folder + ".trialsim-replaced");

        using (ResultsDraft.Open(Folder))
        {
            Assert.True(File.Exists(Path.Combine(Folder, "old")));
        }

        Assert.Equal([Folder], Directory.GetFileSystemEntries(_place.FullName));
    }

    [Fact]
    public void PublishStopped_OlderResultsThere_StandsBesideThem()
    {
        Publish("old");
        using (ResultsDraft draft = ResultsDraft.Open(Folder))
        {
            draft.WriteText("manifest.json", "{}");
            draft.WriteText("new", "");
            Assert.Equal(Folder + "-stopped", draft.PublishStopped());
        }

        Assert.True(File.Exists(Path.Combine(Folder, "old")));
        Assert.True(File.Exists(Path.Combine(Folder + "-stopped", "new")));
        Assert.Equal(2, Directory.GetFileSystemEntries(_place.FullName).Length);
    }

    [Fact]
    public void PublishStopped_NothingThere_TakesTheName()
    {
        using ResultsDraft draft = ResultsDraft.Open(Folder);
        draft.WriteText("manifest.json", "{}");

        Assert.Equal(Folder, draft.PublishStopped());
    }

    private void Publish(string file)
    {
        using ResultsDraft draft = ResultsDraft.Open(Folder);
        draft.WriteText("manifest.json", "{}");
        draft.WriteText(file, "");
        draft.Publish();
    }
}
