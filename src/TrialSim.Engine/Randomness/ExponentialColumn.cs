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

    /// <summary>The length that <see cref="Fill(ulong, uint, Span{double})"/> asks for, for a number of patients.</summary>
    public static int LengthFor(int patients) => (patients + WideDraws.Width - 1) / WideDraws.Width * WideDraws.Width;

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

    /// <summary>The unit exponentials of the first patients.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Number of the replicate, from 1.</param>
    /// <param name="exponentials">Receives one for each patient; the length is one of <see cref="LengthFor"/>.</param>
    public void Fill(ulong seed, uint replicate, Span<double> exponentials) => Fill(seed, replicate, 0, exponentials);

    private void Draw(ulong seed, uint replicate, uint part)
    {
        (_seed, _replicate, _part) = (seed, replicate, part);
        Fill(seed, replicate, part * Ahead, _exponentials);
    }

    private void Fill(ulong seed, uint replicate, uint first, Span<double> exponentials)
    {
        if (WideDraws.IsFast)
        {
            WideDraws.FillExponentials(seed, replicate, first, purpose, exponentials);
            return;
        }

        for (int index = 0; index < exponentials.Length; index++)
        {
            exponentials[index] = new Draws(seed, replicate, first + (uint)index, purpose).NextExponential();
        }
    }
}
