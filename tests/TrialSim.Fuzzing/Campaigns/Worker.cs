using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TrialSim.Fuzzing.Kinds;

namespace TrialSim.Fuzzing.Campaigns;

/// <summary>A process that takes the index of an input from a line of standard input, tries it, and answers with a line.</summary>
internal static class Worker
{
    /// <summary>What it says once it can begin.</summary>
    public const string Ready = "ready";

    /// <summary>Works until its input ends.</summary>
    /// <param name="repository">The folder of the repository.</param>
    /// <param name="seed">The campaign's seed.</param>
    /// <param name="place">A folder of its own; the files of the input under way are in <c>input</c>.</param>
    public static int Work(string repository, ulong seed, string place)
    {
        FuzzInputs inputs = FuzzInputs.PrepareIn(repository, Path.Combine(place, "samples"));
        string folder = Path.Combine(place, "input");
        Console.WriteLine(Ready);
        while (Console.ReadLine() is string line)
        {
            Directory.CreateDirectory(folder);
            Directory.SetCurrentDirectory(folder);
            long index = long.Parse(line, CultureInfo.InvariantCulture);
            long begin = Stopwatch.GetTimestamp();
            (string kind, Verdict verdict) = inputs.Try(seed, index, folder);
            double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            Console.WriteLine(JsonSerializer.Serialize(new Answer(kind, verdict.WasAccepted, verdict.Fault, seconds)));
            if (verdict.Fault.Length > 0)
            {
                Console.ReadLine(); // Until the files of the find have been moved away.
            }

            Directory.SetCurrentDirectory(place);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }
}
