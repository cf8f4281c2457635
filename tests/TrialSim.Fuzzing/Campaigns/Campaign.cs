using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TrialSim.Fuzzing.Campaigns;

/// <summary>Tries all inputs, on as many processes as there are cores, and says what was found.</summary>
internal static class Campaign
{
    private const int FindsShown = 50;
    private const int FaultShown = 400;
    private const int BetweenSigns = 5_000;

    /// <summary>Runs it; the last line has the figures.</summary>
    /// <returns>0 where nothing was found.</returns>
    public static async Task<int> RunAsync(CampaignOptions options)
    {
        long begin = Stopwatch.GetTimestamp();
        long next = options.First;
        ConcurrentDictionary<string, (long Tried, long Accepted)> byKind = [];
        ConcurrentQueue<string> finds = [];
        (double Seconds, long Index) slowest = (0, 0);
        object gate = new();
        Lane[] lanes = [.. Enumerable.Range(1, Environment.ProcessorCount).Select(number => new Lane(options, number))];
        await Task.WhenAll(lanes.Select(lane => Task.Run(() => WorkAsync(lane))));
        foreach (Lane lane in lanes)
        {
            lane.Dispose();
        }

        foreach ((string kind, (long tried, long accepted)) in byKind.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Say($"{kind}: {tried:N0} tried, {accepted:N0} taken as good");
        }

        Say($"{options.Inputs:N0} inputs from index {options.First} with seed {options.Seed}: {finds.Count:N0} finds, {Stopwatch.GetElapsedTime(begin).TotalSeconds:N0} s, peak memory of a process {lanes.Max(lane => lane.PeakBytes) >> 20:N0} MB, the slowest took {slowest.Seconds:N1} s (index {slowest.Index}).");
        return finds.IsEmpty ? 0 : 1;

        async Task WorkAsync(Lane lane)
        {
            for (long index = Interlocked.Increment(ref next) - 1; index < options.First + options.Inputs; index = Interlocked.Increment(ref next) - 1)
            {
                long mine = index;
                Answer answer = await lane.TryAsync(mine, (folder, found) => Keep(mine, folder, found));
                byKind.AddOrUpdate(answer.Kind, _ => (1, answer.WasAccepted ? 1 : 0), (_, sum) => (sum.Tried + 1, sum.Accepted + (answer.WasAccepted ? 1 : 0)));
                if ((mine - options.First + 1) % BetweenSigns == 0)
                {
                    Say($"{mine - options.First + 1:N0} of {options.Inputs:N0} inputs after {Stopwatch.GetElapsedTime(begin).TotalSeconds:N0} s, {finds.Count:N0} finds");
                }

                lock (gate)
                {
                    slowest = answer.Seconds > slowest.Seconds ? (answer.Seconds, mine) : slowest;
                }
            }
        }

        void Keep(long index, string folder, Answer answer)
        {
            string kept = Path.Combine(options.Finds, index.ToString(CultureInfo.InvariantCulture));
            finds.Enqueue(kept);
            if (finds.Count <= FindsShown)
            {
                string fault = answer.Fault.ReplaceLineEndings(" ");
                Say($"{index} ({answer.Kind}): {fault[..Math.Min(fault.Length, FaultShown)]}");
                CopyFiles(folder, kept);
                File.WriteAllText(Path.Combine(kept, "fault.txt"), answer.Fault);
            }
        }
    }

    private static void CopyFiles(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).LinkTarget is null))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
