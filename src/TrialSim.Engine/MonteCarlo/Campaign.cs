using System.Runtime.ExceptionServices;
using TrialSim.Engine.Analyses;
using TrialSim.Model;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>
/// Runs a range of replicates on several threads and hands the results over in replicate order, so that whatever is added up or written
/// is the same for any number of threads. The calling thread is one of them: it takes in what is finished and due, and simulates while nothing is,
/// so that no core waits for another and one thread means one.
/// </summary>
public sealed class Campaign
{
    private const int PatientsPerBatch = 100_000;
    private const int BatchesAheadPerThread = 4;

    // Few replicates are split finer, so that all threads are busy to the end.
    private const int LeastBatchesPerThread = 16;

    private readonly Trial _trial;
    private readonly ulong _seed;
    private readonly ReplicateRange _range;
    private readonly CurvePlan _curvePlan;
    private readonly ResultLayout _layout;
    private readonly Action<ReplicateBatch> _prepare;
    private readonly int _batchSize;
    private readonly long _batchCount;
    private readonly object _gate = new();
    private readonly ReplicateBatch[] _ring;
    private readonly bool[] _isFinished;
    private long _taken;
    private long _consumed;
    private bool _isStopping;
    private ExceptionDispatchInfo? _failure;

    private Campaign(Trial trial, ulong seed, ReplicateRange range, CurvePlan curvePlan, int threads, Action<ReplicateBatch> prepare)
    {
        _prepare = prepare;
        _trial = trial;
        _seed = seed;
        _range = range;
        _curvePlan = curvePlan;
        _layout = new ResultLayout(trial.Design);
        _batchSize = BatchSizeFor(trial.Design.MaxPatients, range.Count, threads);
        _batchCount = ((long)range.Count + _batchSize - 1) / _batchSize;
        _ring = new ReplicateBatch[threads * BatchesAheadPerThread];
        for (int slot = 0; slot < _ring.Length; slot++)
        {
            _ring[slot] = new ReplicateBatch(_batchSize, trial, _layout.Rows.Length);
        }

        _isFinished = new bool[_ring.Length];
    }

    /// <summary>Simulates the replicates and passes them on, in order, on the calling thread.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="seed">Key of all draws.</param>
    /// <param name="range">The replicates.</param>
    /// <param name="curvePlan">The curves that the first replicates keep.</param>
    /// <param name="threads">Threads, the calling one among them; at least 1.</param>
    /// <param name="consume">Called once a batch, in replicate order; the batch is used again after it returns.</param>
    /// <param name="cancellation">Stops the run at the end of the batches under way; whatever was passed on is complete and without gaps.</param>
    public static void Run(
        Trial trial,
        ulong seed,
        ReplicateRange range,
        CurvePlan curvePlan,
        int threads,
        Action<ReplicateBatch> consume,
        CancellationToken cancellation) => Run(trial, seed, range, curvePlan, threads, static _ => { }, consume, cancellation);

    /// <summary>Simulates the replicates, lets each thread do what can be done with a batch alone, and passes them on, in order, on the calling thread.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="seed">Key of all draws.</param>
    /// <param name="range">The replicates.</param>
    /// <param name="curvePlan">The curves that the first replicates keep.</param>
    /// <param name="threads">Threads, the calling one among them; at least 1.</param>
    /// <param name="prepare">Called once a batch, on the thread that has simulated it, for several batches at the same time and in any order.</param>
    /// <param name="consume">Called once a batch, in replicate order; the batch is used again after it returns.</param>
    /// <param name="cancellation">Stops the run at the end of the batches under way; whatever was passed on is complete and without gaps.</param>
    public static void Run(
        Trial trial,
        ulong seed,
        ReplicateRange range,
        CurvePlan curvePlan,
        int threads,
        Action<ReplicateBatch> prepare,
        Action<ReplicateBatch> consume,
        CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        new Campaign(trial, seed, range, curvePlan, threads, prepare).Run(threads, consume, cancellation);
    }

    /// <summary>
    /// Replicates in a batch: enough that handing over costs nothing, few enough that a cancelled run soon stops and loses nearly nothing, and that threads end at the same time.
    /// </summary>
    /// <param name="patients">Patients of a replicate.</param>
    /// <param name="replicates">Replicates in all.</param>
    /// <param name="threads">Threads.</param>
    internal static int BatchSizeFor(int patients, uint replicates, int threads)
    {
        int byThreads = (int)Math.Min(replicates / ((long)threads * LeastBatchesPerThread), ReplicateBatch.Most);
        return Math.Max(1, Math.Min(PatientsPerBatch / patients, byThreads));
    }

    private void Run(int threads, Action<ReplicateBatch> consume, CancellationToken cancellation)
    {
        using CancellationTokenRegistration registration = cancellation.Register(Stop);
        List<Thread> workers = new(threads);
        try
        {
            for (int number = 2; number <= threads; number++)
            {
                Thread worker = new(Work) { IsBackground = true, Name = $"replicates {number}" };
                worker.Start();
                workers.Add(worker);
            }

            SimulateAndConsume(consume);
        }
        finally
        {
            Stop();
            foreach (Thread worker in workers)
            {
                worker.Join();
            }
        }

        _failure?.Throw();
    }

    private void SimulateAndConsume(Action<ReplicateBatch> consume)
    {
        ReplicateRunner runner = new(_trial, _layout, _curvePlan);
        for (CampaignStep step = Next(out long number); step != CampaignStep.End; step = Next(out number))
        {
            if (step == CampaignStep.Simulate)
            {
                Simulate(runner, number);
                continue;
            }

            int slot = (int)(number % _ring.Length);
            consume(_ring[slot]);
            lock (_gate)
            {
                _isFinished[slot] = false;
                _consumed++;
                Monitor.PulseAll(_gate);
            }
        }
    }

    // What the calling thread does next. Stopping: batches already taken are still finished and consumed, later ones never start.
    private CampaignStep Next(out long number)
    {
        lock (_gate)
        {
            while (true)
            {
                number = _consumed;
                if (_consumed < _batchCount && _isFinished[_consumed % _ring.Length])
                {
                    return CampaignStep.Consume;
                }

                if (_failure is not null || _consumed >= (_isStopping ? _taken : _batchCount))
                {
                    return CampaignStep.End;
                }

                if (CanTake)
                {
                    number = _taken++;
                    return CampaignStep.Simulate;
                }

                Monitor.Wait(_gate);
            }
        }
    }

    private bool CanTake => !_isStopping && _taken < _batchCount && _taken - _consumed < _ring.Length;

    private void Stop()
    {
        lock (_gate)
        {
            _isStopping = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Work()
    {
        try
        {
            ReplicateRunner runner = new(_trial, _layout, _curvePlan);
            while (TryTake(out long number))
            {
                Simulate(runner, number);
            }
        }
#pragma warning disable CA1031 // Whatever a worker meets is thrown again on the caller's thread.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lock (_gate)
            {
                _failure ??= ExceptionDispatchInfo.Capture(exception);
                _isStopping = true;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private bool TryTake(out long number)
    {
        lock (_gate)
        {
            while (!_isStopping && _taken < _batchCount && !CanTake)
            {
                Monitor.Wait(_gate);
            }

            number = _taken;
            if (!CanTake)
            {
                return false;
            }

            _taken++;
            return true;
        }
    }

    private void Simulate(ReplicateRunner runner, long number)
    {
        int slot = (int)(number % _ring.Length);
        ReplicateBatch batch = _ring[slot];
        long offset = number * _batchSize;
        batch.Restart((uint)(_range.First + offset), (int)Math.Min(_batchSize, _range.Count - offset));
        for (int index = 0; index < batch.Count; index++)
        {
            runner.Run(_seed, (uint)(batch.First + index), batch, index);
        }

        _prepare(batch);
        lock (_gate)
        {
            _isFinished[slot] = true;
            Monitor.PulseAll(_gate);
        }
    }
}
