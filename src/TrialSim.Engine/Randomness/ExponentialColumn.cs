using System.Runtime.CompilerServices;

namespace TrialSim.Engine.Randomness;

/// <summary>
/// The first unit exponential of every patient's stream for one purpose, drawn for some patients in advance where the machine draws several at a time as fast as one: bit for bit
/// <see cref="Draws.NextExponential"/>. One instance serves one worker.
/// </summary>
/// <param name="purpose">A <see cref="Purpose"/> or a <see cref="Model.Truth.NamedPurpose"/>.</param>
internal sealed class ExponentialColumn(uint purpose)
{
    private const int Ahead = 8 * WideDraws.Width;
    private const uint None = uint.MaxValue;

    private readonly double[] _exponentials = new double[Ahead];
    private ulong _seed;
    private uint _replicate;
    private uint _part = None;

    /// <summary>The unit exponential of a patient.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    /// <param name="patient">Screening order, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Of(ulong seed, uint replicate, uint patient)
    {
        if (patient / Ahead != _part || replicate != _replicate || seed != _seed)
        {
            Draw(seed, replicate, patient / Ahead);
        }

        return _exponentials[patient % Ahead];
    }

    private void Draw(ulong seed, uint replicate, uint part)
    {
        (_seed, _replicate, _part) = (seed, replicate, part);
        if (WideDraws.IsFast)
        {
            WideDraws.FillExponentials(seed, replicate, part * Ahead, purpose, _exponentials);
            return;
        }

        for (uint index = 0; index < Ahead; index++)
        {
            _exponentials[index] = new Draws(seed, replicate, (part * Ahead) + index, purpose).NextExponential();
        }
    }
}
