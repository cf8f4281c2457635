using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Documentation;

/// <summary>An empty folder with the shipped scenarios and data, current until disposed.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _before = Directory.GetCurrentDirectory();

    public Workplace()
    {
        Copy("scenarios");
        Copy("examples");

        Directory.SetCurrentDirectory(_folder.Path);
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_before);
        _folder.Dispose();
    }

    private void Copy(string name)
    {
        string source = Repository.PathOf(name);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(_folder.PathOf(name), Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
