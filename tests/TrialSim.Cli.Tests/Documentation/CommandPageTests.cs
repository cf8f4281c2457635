namespace TrialSim.Cli.Tests.Documentation;

public sealed class CommandPageTests
{
    // TRIALSIM_UPDATE_GOLDEN=1 rewrites the file.
    [Fact, Trait("Source", "Regression")]
    public async Task CommandPage_Shipped_IsWhatHelpSays()
    {
        string path = Repository.PathOf("docs", "commands.md");
        string written = await CommandPage.WriteAsync();
        if (Environment.GetEnvironmentVariable("TRIALSIM_UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(path, written);
        }

        Assert.Equal(written, (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"));
    }
}
