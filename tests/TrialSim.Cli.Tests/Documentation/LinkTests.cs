namespace TrialSim.Cli.Tests.Documentation;

public sealed class LinkTests
{
    /// <summary>Every page of the repository that readers are led to.</summary>
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages)), Trait("Source", "Property")]
    public void Page_ItsLinks_LeadSomewhere(string page)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(page))!;

        Assert.Equal([], MarkdownPage.Read(Repository.PathOf(page)).Links.Where(link => !Leads(link, folder, page)));
    }

    private static bool Leads(string link, string folder, string page)
    {
        string[] parts = link.Split('#', 2);
        string path = parts[0].Length == 0 ? Repository.PathOf(page) : Path.Combine(folder, parts[0]);
        return (File.Exists(path) || Directory.Exists(path)) && (parts.Length == 1 || MarkdownPage.Read(path).Anchors.Contains(parts[1]));
    }
}
