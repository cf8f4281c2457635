using System.Runtime.ExceptionServices;
using TrialSim.Engine.Conduct;
using TrialSim.Model;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>
/// Recreates whole replicates, all patients of them, on several threads, and shows them one at a time in replicate order: a thread that has simulated one waits for its turn to have it read, so that
/// nothing has to be copied and whatever is read is the same for any number of threads.
/// </summary>
public sealed class ReplayCampaign
{
    private readonly Trial _trial;
    private readonly ulong _seed;
    private readonly ReplicateRange _range;
    private readonly Action<ReplayedTrial> _read;
    private readonly object _gate = new();
    private long _taken = -1;
    private long _turn;
    private ExceptionDispatchInfo? _failure;

    private ReplayCampaign(Trial trial, ulong seed, ReplicateRange range, Action<ReplayedTrial> read)
    {
        _trial = trial;
        _seed = seed;
        _range = range;
        _read = read;
    }

    /// <summary>Recreates the replicates and returns when all have been read.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="range">The replicates.</param>
    /// <param name="threads">Threads, the calling one among them; at least 1.</param>
    /// <param name="read">Called for each replicate, in order, never twice at the same time, on any of the threads. What it throws is thrown on to the caller.</param>
    public static void Run(Trial trial, ulong seed, ReplicateRange range, int threads, Action<ReplayedTrial> read)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        new ReplayCampaign(trial, seed, range, read).Run((int)Math.Min(threads, range.Count));
    }

    private void Run(int threads)
    {
        List<Thread> workers = new(threads);
        for (int number = 2; number <= threads; number++)
        {
            Thread worker = new(Work) { IsBackground = true, Name = $"replays {number}" };
            worker.Start();
            workers.Add(worker);
        }

        Work();
        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        _failure?.Throw();
    }

    private void Work()
    {
        try
        {
            TrialConduct conduct = TrialConduct.WithoutResults(_trial);
            for (long number = Interlocked.Increment(ref _taken); number < _range.Count; number = Interlocked.Increment(ref _taken))
            {
                uint replicate = (uint)(_range.First + number);
                conduct.Run(_seed, replicate, static (_, _) => { });
                if (!TryShow(number, new ReplayedTrial(conduct, replicate)))
                {
                    return;
                }
            }
        }
#pragma warning disable CA1031 // Whatever a worker meets is thrown again on the caller's thread.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lock (_gate)
            {
                _failure ??= ExceptionDispatchInfo.Capture(exception);
                Monitor.PulseAll(_gate);
            }
        }
    }

    // Read under the lock: the others simulate meanwhile, or wait for their own turn.
    private bool TryShow(long number, ReplayedTrial replayed)
    {
        lock (_gate)
        {
            while (_turn != number && _failure is null)
            {
                Monitor.Wait(_gate);
            }

            if (_failure is not null)
            {
                return false;
            }

            _read(replayed);
            _turn++;
            Monitor.PulseAll(_gate);
            return true;
        }
    }
}
