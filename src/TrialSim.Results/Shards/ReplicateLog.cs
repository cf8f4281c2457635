using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Results.Folder;

namespace TrialSim.Results.Shards;

/// <summary>
/// Finished replicates in a file that only grows: what is run, then a frame for each batch, in replicate order. Recording them again gives the results that recording them at first gave, byte for byte; that is how
/// a run goes on and how shards become one.
/// </summary>
public sealed class ReplicateLog
{
    private readonly LogFile _file;

    private ReplicateLog(LogFile file) => _file = file;

    /// <summary>The file.</summary>
    public string Path => _file.Path;

    /// <summary>What it is of.</summary>
    public LogHeader Header => _file.Header;

    /// <summary>Replicates that it holds.</summary>
    public long Replicates { get; private set; }

    /// <summary>Where the last whole frame ends; what stands behind it was cut off by a kill.</summary>
    internal long End => _file.End;

    /// <summary>Reads and checks a whole log.</summary>
    /// <param name="path">The file.</param>
    /// <param name="log">The log.</param>
    /// <returns>False where there is no such file, or where it ends before its first replicate could have been written.</returns>
    /// <exception cref="ResultsFolderException">It is not a log, or something in it is not as it was written.</exception>
    public static bool TryOpen(string path, out ReplicateLog log)
    {
        log = null!;
        if (!LogFile.TryOpen(path, out LogFile file))
        {
            return false;
        }

        ReplicateLog found = new(file);
        found.ReadFrames((frame, _, _) => found.Replicates += frame.Count);
        log = found;
        return true;
    }

    /// <summary>Passes the replicates on, in order.</summary>
    /// <param name="trial">The trial that they are of.</param>
    /// <param name="most">How many; the rest is left out.</param>
    /// <param name="take">Called once a batch, which is used again after it returns; whether to go on.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Replay(Trial trial, long most, Func<ReplicateBatch, bool> take, CancellationToken cancellation)
    {
        ReplicateBatch batch = ReplicateBatch.For(trial);
        long done = 0;
        ReadFrames((frame, place, bytes) =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (done == most)
            {
                return; // What follows is checked all the same.
            }

            if (!BatchBytes.TryRead(frame.First, frame.Count, bytes, batch))
            {
                throw _file.DamagedAt(place, frame.First - 1);
            }

            batch.Shorten((int)Math.Min(frame.Count, most - done));
            done = take(batch) ? done + batch.Count : most;
        });
    }

    // Replicates follow each other without gaps.
    private void ReadFrames(Action<LogFrame, long, ReadOnlySpan<byte>> take)
    {
        long next = Header.Range.First;
        _file.ReadFrames(
            frame => frame.First == next,
            (frame, place, bytes) =>
            {
                next += frame.Count;
                take(frame, place, bytes);
            });
    }
}
