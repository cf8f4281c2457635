using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Licences;

public sealed class ThirdPartyNoticesTests
{
    private static readonly string File = Repository.PathOf("THIRD-PARTY-NOTICES.md");

    // Fails when a package is added, removed or brought to another version; TRIALSIM_UPDATE_GOLDEN=1 writes the file anew.
    [BundledFact, Trait("Source", "Property")]
    public void Notices_OfWhatIsShipped_AreTheCommittedFile()
    {
        string text = ThirdPartyNotices.Text();
        if (Environment.GetEnvironmentVariable("TRIALSIM_UPDATE_GOLDEN") == "1")
        {
            System.IO.File.WriteAllText(File, text);
        }

        Assert.Equal(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"), text);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Licences_ToStandardOutput_AreTheNotices()
    {
        CommandLine licences = await CommandLine.RunAsync("licences");
        CommandLine spelt = await CommandLine.RunAsync("licenses");

        Assert.Equal((0, "", System.IO.File.ReadAllText(File)), (licences.ExitCode, licences.Error, licences.Out));
        Assert.Equal(licences.Out, spelt.Out);
    }

    [Fact, Trait("Source", "Property")]
    public void Notices_BesideTheProgram_AreTheCommittedFile() => Assert.Equal(
        System.IO.File.ReadAllText(File),
        System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "THIRD-PARTY-NOTICES.md")));
}
