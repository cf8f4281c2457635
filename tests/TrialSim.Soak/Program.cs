using System.Globalization;
using TrialSim.Soak;

// Command lines in one process, as many as are asked for: what it holds does not grow from each tenth of them to the next.
const int UsualCount = 1000;
const int Stages = 10;
const double Megabyte = 1 << 20;

int count = args is [string text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : UsualCount;
DirectoryInfo folder = Directory.CreateTempSubdirectory("trialsim-soak-");
try
{
    // A folder of its own for temporary files, because others use the machine's.
    Environment.SetEnvironmentVariable("TMPDIR", folder.CreateSubdirectory("temporary").FullName);
    string scenario = Path.Combine(folder.FullName, "small-trial.yaml");
    using (Stream yaml = typeof(Work).Assembly.GetManifestResourceStream("small-trial.yaml")!)
    using (FileStream file = File.Create(scenario))
    {
        yaml.CopyTo(file);
    }

    Work work = new(scenario, folder.FullName);
    List<Footprint> stages = [];
    for (int stage = 1; stage <= Stages; stage++)
    {
        for (int done = (stage - 1) * count / Stages; done < stage * count / Stages; done++)
        {
            await work.RunNextAsync();
        }

        stages.Add(Footprint.OfThisProcess());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage * count / Stages,6} command lines: {stages[^1]}"));
    }

    // Code that is compiled again, better, is memory too.
    Growth[] growths =
    [
        new("objects (MB)", [.. stages.Select(stage => stage.ManagedBytes / Megabyte)], Most: 1),
        new("memory (MB)", [.. stages.Select(stage => stage.ResidentBytes / Megabyte)], Most: 24),
        new("handles", [.. stages.Select(stage => (double)stage.Handles)], Most: 0),
        new("threads", [.. stages.Select(stage => (double)stage.Threads)], Most: 4),
        new("temporary files", [.. stages.Select(stage => (double)stage.Files)], Most: 0),
    ];
    Growth[] grown = [.. growths.Where(growth => growth.IsTooMuch)];
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{count} command lines in one process, {stages.Max(stage => stage.ResidentBytes) / Megabyte:0} MB at most; growth at the median step of ten: {string.Join(", ", growths.Select(growth => growth.ToString()))}."));
    if (grown.Length > 0)
    {
        Console.Error.WriteLine($"More than allowed: {string.Join(", ", grown.Select(growth => growth.Name))}.");
        return 1;
    }

    return 0;
}
finally
{
    folder.Delete(recursive: true);
}
